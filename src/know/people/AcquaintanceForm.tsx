import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { useColleagues } from '../map/people.web.ts'
import style from './people.module.css'
import { type PersonRead, usePeopleChanged } from './people.web.ts'
import { strengthName } from './profile-words.ts'

/** Who of ours knows them, how well and since when; the choice of one who does shows what was said. */
export function AcquaintanceForm({ person, onClose }: { person: PersonRead; onClose: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = usePeopleChanged()
  const { today } = useCompany()
  const { colleagues } = useColleagues()
  const [one, setOne] = useState<string | null>(useSession().person.id)
  const present = person.acquaintances.find(each => each.personId === one)
  const [said, setSaid] = useState<{ strength?: number; since?: string }>({})
  const strength = said.strength ?? present?.strength ?? 2
  const since = said.since ?? present?.since ?? ''
  const set = useMutation(
    api.know.people.setAcquaintance.mutationOptions({
      onSuccess: async () => {
        sayDone(t`The relationship is saved.`)
        await changed()
        onClose()
      },
    }),
  )
  const send = (strengthSaid: number | null) => {
    const lastContactOn = present?.lastContactOn ?? null
    if (one)
      set.mutate({
        contactId: person.contactId,
        personId: one,
        strength: strengthSaid,
        since: since || null,
        lastContactOn,
      })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(strength)
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <Select
        label={t`Who of ours`}
        data={colleagues}
        value={one}
        onChange={value => {
          setOne(value)
          setSaid({})
        }}
        searchable
        required
      />
      <div className={style.pair}>
        <Select
          label={t`How well`}
          data={[1, 2, 3, 4, 5].map(each => ({
            value: String(each),
            label: `${each} · ${strengthName(each, language)}`,
          }))}
          value={String(strength)}
          onChange={value => setSaid({ ...said, strength: Number(value ?? strength) })}
          allowDeselect={false}
        />
        <TextInput
          type="date"
          label={t({ message: 'Since', context: 'acquaintance' })}
          max={today}
          value={since}
          onChange={event => setSaid({ ...said, since: event.currentTarget.value })}
        />
      </div>
      {set.isError && <Failed error={set.error} inline />}
      <div className={form.end}>
        {present && (
          <Button variant="subtle" color="red" loading={set.isPending} onClick={() => send(null)}>
            <Trans>Does not know them any more</Trans>
          </Button>
        )}
        <span className={form.space} />
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={set.isPending} disabled={one === null}>
          <Trans>Save the relationship</Trans>
        </Button>
      </div>
    </form>
  )
}
