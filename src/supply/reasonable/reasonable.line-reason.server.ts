import type { LineReasonSource } from '../orders/line-reason.server.ts'
import { type LineReason, reasonSentence } from './proposal-reason.ts'

export default {
  kinds: { 'reasonable stock': (reason, format) => reasonSentence(reason as unknown as LineReason, format) },
} satisfies LineReasonSource
