import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { NoteBody } from '../../../know/timeline/NoteBody.tsx'
import { useFormat, useLanguage } from '../../../web/use-format.ts'
import { hoursWords } from '../brief-words.ts'
import type { PromiseSide } from '../promise.ts'
import type { ReportedVisit, VisitReport } from '../report.web.ts'
import type { CompetitorMention, Opinion } from '../visit-report.ts'
import { promiseStateName, sideName, subjectName, toneName } from '../visit-report-words.ts'
import style from './report.module.css'

/** A report as it was sent. */
export function ReportRead({ reported, report }: { reported: ReportedVisit; report: VisitReport }) {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const { visit, colleagues, account } = reported
  const there = report.attendance.map(each => each.name ?? t`somebody who was erased`)
  const along = report.colleagueIds.map(id => colleagues.find(each => each.id === id)?.name ?? id)
  return (
    <div className={style.read}>
      <p className={style.quiet}>{t`${report.authorName ?? '–'}, sent ${format.instant(report.sentAt)}`}</p>
      <dl>
        <dt>{t`Held`}</dt>
        <dd>
          {hoursWords(report.startedAt, visit.timeZone, language)}–
          {hoursWords(report.endedAt, visit.timeZone, language).slice(-5)}
        </dd>
        <dt>{t`Who was there`}</dt>
        <dd>{there.length > 0 ? there.join(language === 'en' ? ', ' : '、') : '–'}</dd>
        {along.length > 0 && (
          <>
            <dt>{t`Who of ours came along`}</dt>
            <dd>{along.join(language === 'en' ? ', ' : '、')}</dd>
          </>
        )}
      </dl>
      <ReportBody said={report} />
      <Link to="/accounts/$id/promises" params={{ id: String(account.id) }} className="link">
        <Trans>Promises of this account</Trans>
      </Link>
    </div>
  )
}

type Said = {
  said: string
  nextSteps: string
  opinions: readonly Opinion[]
  competitors: readonly CompetitorMention[]
  promises: readonly {
    id: number | string
    side: PromiseSide
    what: string
    due: string | null
    state?: VisitReport['promises'][number]['state']
  }[]
}

/** What was said, promised and thought, of a report that is sent or still a draft. */
export function ReportBody({ said }: { said: Said }) {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  return (
    <dl>
      {said.said.trim() !== '' && (
        <>
          <dt>{t`What was said`}</dt>
          <dd>
            <NoteBody text={said.said} />
          </dd>
        </>
      )}
      {said.promises.length > 0 && (
        <>
          <dt>{t`Promises`}</dt>
          <dd>
            <ul>
              {said.promises.map(({ id, side, what, due, state }) => (
                <li key={id}>
                  {[sideName(side, language), what, due && format.day(due), state && promiseStateName(state, language)]
                    .filter(Boolean)
                    .join(' · ')}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {said.opinions.length > 0 && (
        <>
          <dt>{t`What they think of us`}</dt>
          <dd>
            <ul>
              {said.opinions.map(({ subject, tone, words }) => (
                <li key={`${subject} ${words}`}>
                  {[subjectName(subject, language), toneName(tone, language), words].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {said.competitors.length > 0 && (
        <>
          <dt>{t`Competitors named`}</dt>
          <dd>
            <ul>
              {said.competitors.map(({ name, words }) => (
                <li key={name}>{[name, words].filter(Boolean).join(' · ')}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {said.nextSteps.trim() !== '' && (
        <>
          <dt>{t`Next steps`}</dt>
          <dd>
            <NoteBody text={said.nextSteps} />
          </dd>
        </>
      )}
    </dl>
  )
}
