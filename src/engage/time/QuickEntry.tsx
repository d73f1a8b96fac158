import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import { api, client } from '../../web/api.ts'
import { sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { entryCategories } from '../calendar/entry.ts'
import style from './time.module.css'
import { timeCategoryName } from './time-words.ts'
import type { TimeCategory } from './working-time.ts'

const usualMinutes = [15, 30, 60, 120]

/** What for, then how long: two taps and it is entered; the account and another day are there for whom they matter. */
export function QuickEntry() {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const queries = useQueryClient()
  const { today } = useCompany()
  const [category, setCategory] = useState<string>('call')
  const [account, setAccount] = useState<AccountChoice | null>(null)
  const [day, setDay] = useState(today)
  const entries = useQuery(
    api.engage.time.entries.queryOptions({ input: {}, select: answer => answer.items.slice(0, 6) }),
  )
  const changed = () => queries.invalidateQueries({ queryKey: api.engage.time.key() })
  const name = (of: string) => timeCategoryName(of as TimeCategory, language)
  const remove = (id: number) => void client.engage.time.remove({ id }).then(changed, sayFailed)
  const enter = useMutation(
    api.engage.time.enter.mutationOptions({
      onError: sayFailed,
      onSuccess: ({ id }, said) => {
        sayUndoable(t`${said.minutes} minutes are entered: ${account?.name ?? name(said.category)}.`, () => remove(id))
        return changed()
      },
    }),
  )
  return (
    <Section title={t`Enter time`} note={t`Visits and appointments count by themselves; enter what they do not show`}>
      <div className={style.entry}>
        <Select
          label={t`What for`}
          allowDeselect={false}
          value={category}
          onChange={value => setCategory(value ?? 'call')}
          data={entryCategories.map(each => ({ value: each, label: name(each) }))}
        />
        <AccountSelect label={t`Account (optional)`} value={account} onChange={setAccount} />
        <TextInput
          type="date"
          label={t`Day`}
          value={day}
          max={today}
          onChange={event => setDay(event.currentTarget.value || today)}
        />
      </div>
      <fieldset className={style.minutes}>
        <legend>
          <Trans>How long, minutes</Trans>
        </legend>
        {usualMinutes.map(minutes => (
          <Button
            key={minutes}
            variant="default"
            loading={enter.isPending && enter.variables.minutes === minutes}
            onClick={() =>
              enter.mutate({
                minutes,
                day,
                category: category as (typeof entryCategories)[number],
                accountId: account?.id ?? null,
              })
            }
          >
            {minutes}
          </Button>
        ))}
      </fieldset>
      {entries.data && entries.data.length > 0 && (
        <ul className={style.recent} aria-label={t`Entered last`}>
          {entries.data.map(each => (
            <li key={each.id}>
              <span>{format.day(each.day)}</span>
              <span className={style.what}>
                {[name(each.category), each.account?.name].filter(Boolean).join(' · ')}
              </span>
              <span className={style.figure}>{t`${each.minutes} minutes`}</span>
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                aria-label={t`Delete it: ${each.minutes} minutes of ${format.day(each.day)}`}
                onClick={() => remove(each.id)}
              >
                <Trans>Delete it</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
