import { useLingui } from '@lingui/react/macro'
import type { DeliveryState } from '../../platform/webhooks/webhook.ts'

/** What became of a message to another program. */
export function useStateNames(): Record<DeliveryState, string> {
  const { t } = useLingui()
  return {
    waiting: t({ message: 'waiting', context: 'webhook' }),
    delivered: t({ message: 'delivered', context: 'webhook' }),
    failed: t({ message: 'given up', context: 'webhook' }),
    stopped: t({ message: 'not sent', context: 'webhook' }),
  }
}
