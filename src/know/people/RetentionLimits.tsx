import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useMay } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import style from './people.module.css'
import type { Privacy } from './privacy.page.tsx'
import { coversName } from './profile-words.ts'

type Limit = Privacy['limits'][number]

/** One line for each thing that we keep or do. Heads read, administrators change. */
export function RetentionLimits({ limits }: { limits: readonly Limit[] }) {
  return limits.map(limit => <LimitForm key={`${limit.covers} ${limit.version}`} limit={limit} />)
}

function LimitForm({ limit }: { limit: Limit }) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const mayChange = useMay('administrator')
  const [draft, setDraft] = useState(limit)
  const name = coversName(limit.covers, language)
  const save = useMutation(
    api.know.people.setLimit.mutationOptions({
      onSuccess: () => {
        sayDone(t`The limit for ${name} is saved.`)
        return queries.invalidateQueries({ queryKey: api.know.people.privacy.key() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }
  const isSame = JSON.stringify(draft) === JSON.stringify(limit)
  return (
    <form className={style.limits} onSubmit={submit} aria-label={name}>
      <strong>{name}</strong>
      <NumberInput
        label={t`Months silent`}
        placeholder={t`no limit`}
        min={1}
        max={240}
        allowDecimal={false}
        value={draft.months ?? ''}
        onChange={value => setDraft({ ...draft, months: typeof value === 'number' ? value : null })}
        disabled={!mayChange}
      />
      <NumberInput
        label={t`Days of grace`}
        min={0}
        max={365}
        allowDecimal={false}
        value={draft.graceDays}
        onChange={value => setDraft({ ...draft, graceDays: typeof value === 'number' ? value : 0 })}
        disabled={!mayChange}
      />
      <Select
        label={t`Then`}
        data={[
          { value: 'list', label: t`only list` },
          { value: 'end', label: limit.covers === 'personal data' ? t`erase by itself` : t`withdraw by itself` },
        ]}
        value={draft.automatic ? 'end' : 'list'}
        onChange={value => setDraft({ ...draft, automatic: value === 'end' })}
        allowDeselect={false}
        disabled={!mayChange}
      />
      {mayChange && (
        <Button type="submit" variant="default" loading={save.isPending} disabled={isSame}>
          <Trans>Save the limit</Trans>
        </Button>
      )}
      {save.isError && <Failed error={save.error} inline />}
    </form>
  )
}
