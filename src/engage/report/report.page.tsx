import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { sayUndoable } from '../../web/feedback/say.tsx'
import { putKept } from '../../web/offline/outbox.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { PageSkeleton } from '../../web/page/Skeletons.tsx'
import { useCompany } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { hoursWords } from './brief-words.ts'
import { ReportConflict } from './form/ReportConflict.tsx'
import { ReportFields } from './form/ReportFields.tsx'
import { ReportRead } from './form/ReportRead.tsx'
import { ReportState } from './form/ReportState.tsx'
import { type ReportedVisit, useReportDraft, useReportedVisit } from './report.web.ts'
import { faultOf } from './report-form.ts'

const route = getRouteApi('/_app/visits/$id/report')

/** Just sent: the report is read again in a moment, or stands at a visit of its own. */
function ReportSent({ answer }: { answer: { visitId: number; sentAt: string } }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <EmptyState
      title={t`Sent ${format.instant(answer.sentAt)}`}
      action={
        <Link to="/visits/$id/report" params={{ id: String(answer.visitId) }} className="link">
          <Trans>Read the report</Trans>
        </Link>
      }
    />
  )
}

/** What came of a visit: written on the phone, with or without a network. */
export function ReportPage() {
  const visitId = Number(route.useParams().id)
  const query = useReportedVisit(visitId)
  useCrumb(query.data?.account.name)
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  if (!query.data) return <PageSkeleton />
  return <Report key={visitId} reported={query.data} />
}

function Report({ reported }: { reported: ReportedVisit }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today } = useCompany()
  const draft = useReportDraft(reported)
  const { visit, account, report } = reported
  const { entry } = draft
  const unsent = entry !== null && entry !== undefined && entry.state !== 'sent'
  const header = (
    <PageHeader
      title={t`Report: ${account.name}`}
      context={[hoursWords(visit.startsAt, visit.timeZone, language), visit.personName, visit.purpose]}
      actions={
        <Link to="/visits/$id/brief" params={{ id: String(visit.id) }}>
          {/* The link is the button: one thing to focus. */}
          <Button component="span" variant="default">
            <Trans>Brief</Trans>
          </Button>
        </Link>
      }
    />
  )
  if (entry === undefined) return <PageSkeleton />
  if (report && !unsent)
    return (
      <>
        {header}
        <ReportRead reported={reported} report={report} />
      </>
    )
  if (entry?.state === 'sent')
    return (
      <>
        {header}
        <ReportSent answer={entry.answer as { visitId: number; sentAt: string }} />
      </>
    )
  if (!reported.mayWrite)
    return (
      <>
        {header}
        <EmptyState title={t`This visit has no report yet`}>
          <Trans>Whoever goes writes it, or the account’s owner.</Trans>
        </EmptyState>
      </>
    )
  const drop = () => {
    const kept = entry
    void draft.drop().then(() => {
      if (kept) sayUndoable(t`The draft is discarded.`, () => void putKept(kept))
    })
  }
  const isWriting = entry === null || entry.state === 'writing'
  const fault = faultOf(draft.form, today)
  return (
    <>
      {header}
      {entry?.state === 'refused' && <ReportConflict reported={reported} draft={draft} onDrop={drop} />}
      {isWriting && <ReportFields reported={reported} form={draft.form} onChange={draft.change} />}
      <ReportState
        entry={entry}
        fault={isWriting ? fault : null}
        onSend={() => void draft.send()}
        onReopen={() => void draft.reopen()}
        onDrop={drop}
      />
    </>
  )
}
