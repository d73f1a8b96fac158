import { Trans, useLingui } from '@lingui/react/macro'
import { IconCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useRoleName } from '../../web/shell/role-name.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './requests.module.css'
import type { PathRead, RequestRead } from './requests.web.ts'
import { decidedAsWords, stepReasonWords } from './requests-words.ts'

type Step = PathRead['steps'][number] & Partial<RequestRead['steps'][number]>

/** Who must agree, in order, by when and why; what each has said. */
export function ApprovalPath({ steps }: { steps: Step[] }) {
  const language = useLanguage()
  const format = useFormat()
  const roleName = useRoleName()
  if (steps.length === 0) {
    return (
      <p className={style.quiet}>
        <Trans>Nobody need agree: it costs next to nothing and nobody's time.</Trans>
      </p>
    )
  }
  return (
    <ol className={style.path}>
      {steps.map(step => (
        <li key={step.place} className={style.step} data-state={step.state}>
          <StepSign state={step.state} />
          <div>
            <div className={style.who}>
              {step.person?.name ?? roleName(step.role!)}
              {step.deputy && !step.decidedOn && (
                <span className={style.quiet}>
                  {' '}
                  <Trans>away, {step.deputy} stands in</Trans>
                </span>
              )}
            </div>
            <div className={style.quiet}>
              {step.decidedOn ? (
                <>
                  {[
                    step.decidedByName,
                    step.decidedAs && decidedAsWords(step.decidedAs, language),
                    format.day(step.decidedOn),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                  {step.note && <p className={style.note}>{step.note}</p>}
                </>
              ) : (
                <>
                  {step.overdue ? (
                    <span className={style.late}>
                      <Trans>was due {format.day(step.due)}, now also one level higher</Trans>
                    </span>
                  ) : (
                    <Trans>by {format.day(step.due)}</Trans>
                  )}
                  {' · '}
                  {stepReasonWords(step.because, language)}
                </>
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}

function StepSign({ state }: { state: Step['state'] }) {
  const { t } = useLingui()
  if (state === 'approved') return <IconCircleCheck size={18} className={style.yes} aria-label={t`approved`} />
  if (state === 'declined') return <IconCircleX size={18} className={style.no} aria-label={t`declined`} />
  return <IconCircle size={18} className={style.open} aria-label={t`open`} />
}
