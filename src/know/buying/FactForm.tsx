import { Trans, useLingui } from '@lingui/react/macro'
import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { problemOf } from '../../web/failure.ts'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import style from './buying.module.css'
import type { KnownFact } from './buying.page.tsx'
import type { BuyingField } from './buying-facts.contract.ts'
import { buyingFieldName } from './buying-words.ts'
import { emptyFact, tidyFact } from './fact-draft.ts'
import { FactEditor } from './fact-editors.tsx'
import type { Person } from './row-editors.tsx'

type Props = {
  accountId: number
  field: BuyingField
  known: KnownFact | undefined
  people: readonly Person[]
  onClose: () => void
}

/** Reads again what an edit changed: the profile, the list, the trail. */
export function useBuyingChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [api.know.buying.key(), api.know.installed.key(), api.accounts.changes.key()].map(queryKey =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}

/** One field to write in its place, with when and from whom it was learned. */
export function FactForm({ accountId, field, known, people, onClose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today } = useCompany()
  const changed = useBuyingChanged()
  const [draft, setDraft] = useState(known?.fact ?? emptyFact(field))
  const [learnedOn, setLearnedOn] = useState(today)
  const [from, setFrom] = useState('')
  const name = buyingFieldName(field, language)
  const done = (words: string) => {
    sayDone(words)
    onClose()
    return changed()
  }
  const say = useMutation(api.know.buying.say.mutationOptions({ onSuccess: () => done(t`${name} is saved.`) }))
  const again = useMutation(api.know.buying.say.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const forget = useMutation(
    api.know.buying.forget.mutationOptions({
      onSuccess: () => {
        if (known) {
          const { fact, learnedOn: day, contact, toldBy } = known
          const back = { accountId, fact, learnedOn: day, contactId: contact?.id ?? null, toldBy, version: null }
          sayUndoable(t`${name} is taken back.`, () => again.mutate(back))
        }
        onClose()
        return changed()
      },
      onError: sayFailed,
    }),
  )
  const fact = tidyFact(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!fact) return
    const contact = people.find(person => person.name === from.trim())
    const toldBy = contact ? null : from.trim() || null
    say.mutate({ accountId, fact, learnedOn, contactId: contact?.id ?? null, toldBy, version: known?.version ?? null })
  }
  const conflict = say.error !== null && problemOf(say.error).code === 'buying_fact_changed_meanwhile'
  return (
    <form className={style.form} onSubmit={submit}>
      <FactEditor fact={draft} people={people} onChange={setDraft} />
      <div className={style.source}>
        <Autocomplete
          label={t`Heard from`}
          placeholder={t`A contact, or anybody else`}
          data={[...new Set(people.map(person => person.name))]}
          maxLength={200}
          value={from}
          onChange={setFrom}
        />
        <TextInput
          label={t({ message: 'On', context: 'day' })}
          type="date"
          required
          max={today}
          value={learnedOn}
          onChange={event => setLearnedOn(event.currentTarget.value)}
        />
      </div>
      {say.error && <Failed error={say.error} inline />}
      {conflict && (
        <Button variant="default" onClick={() => void changed()}>
          <Trans>Read it again</Trans>
        </Button>
      )}
      <div className={style.end}>
        {known && (
          <Button
            variant="subtle"
            color="red"
            loading={forget.isPending}
            onClick={() => forget.mutate({ accountId, field, version: known.version })}
          >
            <Trans>Take it back</Trans>
          </Button>
        )}
        <span className={style.space} />
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={say.isPending} disabled={!fact || learnedOn === ''}>
          <Trans>Save what was heard</Trans>
        </Button>
      </div>
    </form>
  )
}
