import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCheck, IconPencil } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { usePeople } from '../../accounts/people.web.ts'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './buying.module.css'
import type { KnownFact, ProfilePartRead } from './buying.page.tsx'
import type { BuyingField } from './buying-facts.contract.ts'
import { buyingFieldName } from './buying-words.ts'
import { FactForm, useBuyingChanged } from './FactForm.tsx'
import { FactValue } from './FactValue.tsx'
import type { Person } from './row-editors.tsx'

type Props = {
  accountId: number
  field: BuyingField
  known: KnownFact | undefined
  part: ProfilePartRead | undefined
  people: readonly Person[]
  mayEdit: boolean
  editing: boolean
  onEdit: (field: BuyingField | undefined) => void
}

/** One field: what is known, how fresh it is and from whom; edited in its place. */
export function FactCard({ accountId, field, known, part, people, mayEdit, editing, onEdit }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const card = useRef<HTMLElement>(null)
  const name = buyingFieldName(field, language)
  useEffect(() => {
    if (editing) card.current?.scrollIntoView({ block: 'nearest' })
  }, [editing])
  return (
    <section ref={card} className={style.card} aria-label={name} data-editing={editing || undefined}>
      <div className={style.cardHead}>
        <h3 className={style.field}>{name}</h3>
        {known && part && <Freshness fresh={part.fresh} />}
        {mayEdit && !editing && (
          <Button
            size="compact-xs"
            variant="subtle"
            className={style.edit}
            leftSection={<IconPencil size={13} aria-hidden="true" />}
            onClick={() => onEdit(field)}
            aria-label={known ? t`Edit: ${name}` : t`Write down: ${name}`}
          >
            {known ? <Trans>Edit</Trans> : <Trans>Write down</Trans>}
          </Button>
        )}
      </div>
      {editing && mayEdit ? (
        <FactForm
          key={known?.version ?? 'new'}
          accountId={accountId}
          field={field}
          known={known}
          people={people}
          onClose={() => onEdit(undefined)}
        />
      ) : known ? (
        <>
          <FactValue fact={known.fact} nameOf={id => people.find(person => person.id === id)?.name} />
          <Learned accountId={accountId} known={known} mayEdit={mayEdit} />
        </>
      ) : (
        <p className={style.unknown}>
          <Trans>Nothing is known of it yet</Trans>
        </p>
      )}
    </section>
  )
}

/** Fresh above 70 %, old below 35 %: told by word as well as by colour. */
function Freshness({ fresh }: { fresh: number | null }) {
  const { t } = useLingui()
  const format = useFormat()
  const share = fresh ?? 0
  const state = share >= 0.7 ? 'fresh' : share >= 0.35 ? 'ageing' : 'old'
  const words = { fresh: t`Fresh`, ageing: t`Ageing`, old: t`Old` }
  const percent = format.share(share)
  return (
    <span
      className={style.freshness}
      data-state={state}
      data-hint={t`Counts ${percent} of what it did when it was heard`}
    >
      {words[state]}
    </span>
  )
}

function Learned({ accountId, known, mayEdit }: { accountId: number; known: KnownFact; mayEdit: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const people = usePeople()
  const { today } = useCompany()
  const changed = useBuyingChanged()
  const confirm = useMutation(
    api.know.buying.confirm.mutationOptions({
      onSuccess: () => {
        sayDone(t`Noted: it still holds today.`)
        return changed()
      },
      onError: sayFailed,
    }),
  )
  const from = known.contact?.name ?? known.toldBy
  const by = known.personId && people.nameOf(known.personId)
  const day = format.day(known.learnedOn)
  return (
    <p className={style.learned}>
      <span>{[day, from && t`from ${from}`, by && t`heard by ${by}`].filter(Boolean).join(' · ')}</span>
      {mayEdit && known.learnedOn !== today && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCheck size={13} aria-hidden="true" />}
          loading={confirm.isPending}
          data-hint={t`You heard it again: it is fresh from today`}
          onClick={() =>
            confirm.mutate({
              accountId,
              field: known.fact.field,
              version: known.version,
              learnedOn: today,
              contactId: known.contact?.id ?? null,
              toldBy: known.toldBy,
            })
          }
        >
          <Trans>Still so</Trans>
        </Button>
      )}
    </p>
  )
}
