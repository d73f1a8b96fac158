import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { RequestFailed } from '../../../web/failure.ts'
import { Failed } from '../../../web/page/Failed.tsx'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import { hoursWords } from '../brief-words.ts'
import type { ReportDraftHandle, ReportedVisit } from '../report.web.ts'
import { ReportBody } from './ReportRead.tsx'
import style from './report.module.css'

type Props = { reported: ReportedVisit; draft: ReportDraftHandle; onDrop: () => void }

/** The visit or its report is another by now: both side by side, and the author decides. */
export function ReportConflict({ reported, draft, onDrop }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const { visit, report } = reported
  const { entry, form, send } = draft
  const problem = entry?.problem
  if (!problem) return null
  const mine = { ...form, promises: form.promises.map(({ key, side, what, due }) => ({ id: key, side, what, due })) }
  const seenVersion = report?.version ?? null
  const discard = (
    <Button variant="subtle" color="red" onClick={onDrop}>
      <Trans>Discard mine</Trans>
    </Button>
  )
  if (problem.code === 'report_written_already' && report)
    return (
      <section className={style.conflict} role="alert">
        <h2>
          <Trans>This visit has a report already</Trans>
        </h2>
        <div className={style.sides}>
          <div>
            <h3>{t`${report.authorName ?? '–'}, sent ${format.instant(report.sentAt)}`}</h3>
            <ReportBody said={report} />
          </div>
          <div>
            <h3>
              <Trans>Yours, not sent</Trans>
            </h3>
            <ReportBody said={mine} />
          </div>
        </div>
        <div className={style.actions}>
          <Button onClick={() => void send({ resolution: 'append', seenVersion })}>
            <Trans>Add mine below</Trans>
          </Button>
          <Button variant="default" onClick={() => void send({ resolution: 'replace', seenVersion })}>
            <Trans>Put mine in its place</Trans>
          </Button>
          <Button variant="default" onClick={() => void send({ resolution: 'own visit' })}>
            <Trans>It was another visit</Trans>
          </Button>
          {discard}
        </div>
      </section>
    )
  const moved = problem.code === 'report_visit_changed_meanwhile'
  if (moved || problem.code === 'report_visit_cancelled')
    return (
      <section className={style.conflict} role="alert">
        <h2>
          {moved ? <Trans>This visit was moved meanwhile</Trans> : <Trans>This visit was cancelled meanwhile</Trans>}
        </h2>
        <div className={style.sides}>
          <div>
            <h3>
              <Trans>As planned now</Trans>
            </h3>
            <p>{moved ? hoursWords(visit.startsAt, visit.timeZone, language) : t`Cancelled`}</p>
          </div>
          <div>
            <h3>
              <Trans>As you report it</Trans>
            </h3>
            <p>{`${format.day(form.day)}, ${form.from}–${form.to}`}</p>
          </div>
        </div>
        <div className={style.actions}>
          {moved && (
            <Button onClick={() => void send({ resolution: 'this visit' })}>
              <Trans>It was this visit</Trans>
            </Button>
          )}
          <Button variant={moved ? 'default' : 'filled'} onClick={() => void send({ resolution: 'own visit' })}>
            <Trans>Record it as a visit of its own</Trans>
          </Button>
          {discard}
        </div>
      </section>
    )
  return <Failed error={new RequestFailed(problem)} inline />
}
