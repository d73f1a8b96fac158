import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { isPassing, type Problem, problemOf } from '../failure.ts'
import { EmptyState } from './EmptyState.tsx'
import style from './Failed.module.css'

type Props = {
  error: unknown
  /** Try again; left out where another try cannot help. */
  onRetry?: () => void
  /** One line beside what failed instead of a whole area, for forms and panels. */
  inline?: boolean
}

/**
 * Why something could not be shown or done, and what to do. The server's own sentence where there is one.
 *
 *     if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
 */
export function Failed({ error, onRetry, inline }: Props) {
  const problem = problemOf(error)
  const words = useProblemWords(problem)
  const retry = onRetry && (isPassing(problem) || inline) && (
    <Button variant="default" size="xs" onClick={() => onRetry()}>
      <Trans>Try again</Trans>
    </Button>
  )
  if (inline) {
    return (
      <div className={style.inline} role="alert">
        <IconAlertTriangle size={16} className={style.sign} aria-hidden="true" />
        <span>
          <strong>{words.title}</strong> {words.detail}
        </span>
        {retry}
      </div>
    )
  }
  const Sign = problem.status === 403 ? IconLock : IconAlertTriangle
  return (
    <div role="alert">
      <EmptyState icon={<Sign size={24} stroke={1.5} />} title={words.title} action={retry}>
        {words.detail}
      </EmptyState>
    </div>
  )
}

/** The same for what the person's role may not see or do. */
export function Refused({ children }: { children?: React.ReactNode }) {
  return (
    <EmptyState icon={<IconLock size={24} stroke={1.5} />} title={<Trans>This is not open to your role</Trans>}>
      {children ?? <Trans>Ask the head of the department or an administrator for the right.</Trans>}
    </EmptyState>
  )
}

/** Title and sentence of a problem in the reader's language. */
export function useProblemWords(problem: Problem): { title: string; detail: string } {
  const { t } = useLingui()
  if (problem.status === 0) {
    return {
      title: t`The server does not answer.`,
      detail: t`Nothing was changed. Check that Vitalfew is running and that you are connected, then try again.`,
    }
  }
  if (problem.status === 401)
    return { title: t`You are signed out.`, detail: problem.detail ?? t`Sign in again to go on.` }
  if (problem.status === 403) return { title: t`This is not open to your role.`, detail: problem.detail ?? '' }
  if (problem.status === 404) return { title: t`There is nothing here.`, detail: problem.detail ?? '' }
  if (problem.status === 429) {
    return { title: t`Too many tries.`, detail: problem.detail ?? t`Wait a minute, then try again.` }
  }
  if (problem.status >= 500) {
    return { title: t`The server failed.`, detail: problem.detail ?? t`Nothing was changed. The log has the details.` }
  }
  return { title: t`This was not done.`, detail: problem.detail ?? problem.title }
}
