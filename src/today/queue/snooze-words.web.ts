import { useLingui } from '@lingui/react/macro'
import type { SnoozeChoice } from '../snooze-days.ts'

export function useSnoozeWords(): (choice: SnoozeChoice) => string {
  const { t } = useLingui()
  const words: Record<SnoozeChoice, string> = {
    tomorrow: t`Tomorrow`,
    'in three days': t`In three days`,
    'next monday': t`Next Monday`,
    'in two weeks': t`In two weeks`,
    'in a month': t`In a month`,
  }
  return choice => words[choice]
}
