import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './GapList.module.css'
import { gapAdvice, gapName, sentence } from './gap-words.ts'
import type { GapKind } from './gaps.ts'
import { type AccountGap, type AccountGaps, useMapChanged } from './relationships.web.ts'
import type { RelationshipsSearch } from './relationships-search.ts'
import { SeverityMark } from './SeverityMark.tsx'

type Props = { accountId: number; gaps: AccountGaps; onSearch: (search: RelationshipsSearch) => void }

/** What is missing, why, what hangs on it, and the ways to close it from here. */
export function GapList({ accountId, gaps, onSearch }: Props) {
  return (
    <>
      <ul className={style.list}>
        {gaps.gaps.map(gap => (
          <li key={`${gap.kind} ${gap.contactId}`} className={style.row}>
            <GapWords gap={gap} />
            <div className={`${style.steps} no-print`}>
              {gaps.mayEdit && <Answers accountId={accountId} gap={gap} onSearch={onSearch} />}
              {gaps.mayDismiss && (
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => onSearch({ act: 'dismiss', gap: gap.kind, person: gap.contactId ?? undefined })}
                >
                  <Trans>Not a gap here</Trans>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {gaps.dismissed.length > 0 && <Dismissed gaps={gaps} />}
    </>
  )
}

function GapWords({ gap }: { gap: AccountGap }) {
  const language = useLanguage()
  return (
    <div className={style.words}>
      <div className={style.head}>
        <SeverityMark severity={gap.severity} />
        <strong className={style.name}>{gapName(gap.kind, language)}</strong>
        {gap.atStake && (
          <span className={style.stake}>
            <Trans>
              <Amount value={gap.atStake} /> at stake
            </Trans>
          </span>
        )}
      </div>
      <p className={style.reason}>{sentence(gap.reason, language)}</p>
      <p className={style.advice}>{gapAdvice(gap.kind, language)}</p>
    </div>
  )
}

type Answer = 'add' | 'link' | 'contact' | 'visit'

/** What answers a gap, the usual one first. */
const answers: Readonly<Record<GapKind, readonly Answer[]>> = {
  'champion left': ['add', 'visit'],
  'no decision maker': ['add', 'link', 'visit'],
  'opponent unattended': ['contact', 'visit'],
  'gone cold': ['contact', 'visit'],
  'single thread': ['link', 'add'],
  'nobody on the floor': ['add', 'visit'],
}

const roleSought = {
  'champion left': 'champion',
  'no decision maker': 'decision maker',
  'nobody on the floor': 'floor staff',
} as const

function Answers({ accountId, gap, onSearch }: { accountId: number; gap: AccountGap; onSearch: Props['onSearch'] }) {
  const { t } = useLingui()
  const person = gap.contactId ?? (typeof gap.values.nameId === 'number' ? gap.values.nameId : undefined)
  // Where the decision maker is known, knowing them is what is missing.
  const known = gap.kind === 'no decision maker' && gap.values.known !== 0
  const order = known ? (['link', 'visit'] as const) : answers[gap.kind]
  const words: Record<Answer, string> = {
    add: t`Add a person`,
    link: t`Link one of ours`,
    contact: t`Record a contact`,
    visit: t`Plan a visit`,
  }
  const visit: string = `/accounts/${accountId}/visits`
  return order.map(answer =>
    answer === 'visit' ? (
      <Button
        key={answer}
        size="xs"
        variant="default"
        renderRoot={props => <Link to={visit} search={{ plan: 1, contact: person } as never} {...props} />}
      >
        {words.visit}
      </Button>
    ) : (
      <Button
        key={answer}
        size="xs"
        variant="default"
        onClick={() =>
          onSearch(
            answer === 'add'
              ? { act: 'add', role: roleSought[gap.kind as keyof typeof roleSought] }
              : { act: answer, person: gap.kind === 'single thread' ? undefined : person },
          )
        }
      >
        {words[answer]}
      </Button>
    ),
  )
}

function Dismissed({ gaps }: { gaps: AccountGaps }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const changed = useMapChanged()
  const restore = useMutation(api.know.map.gaps.restore.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  return (
    <section aria-label={t`Not a gap here`} className={style.dismissed}>
      <h3 className={style.dismissedTitle}>
        <Trans>Not a gap here</Trans>
      </h3>
      <ul className={style.list}>
        {gaps.dismissed.map(gap => {
          const { reason, author } = gap.dismissal
          const until = format.day(gap.dismissal.until)
          return (
            <li key={gap.dismissal.id} className={style.row}>
              <div className={style.words}>
                <strong className={style.name}>{gapName(gap.kind, language)}</strong>
                <p className={style.reason}>{reason}</p>
                <p className={style.advice}>
                  <Trans>
                    Said by {author}, until {until}
                  </Trans>
                </p>
              </div>
              {gaps.mayDismiss && (
                <div className={`${style.steps} no-print`}>
                  <Button
                    size="xs"
                    variant="default"
                    loading={restore.isPending && restore.variables.id === gap.dismissal.id}
                    onClick={() => restore.mutate({ id: gap.dismissal.id })}
                  >
                    <Trans>Count it again</Trans>
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
