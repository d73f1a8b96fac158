import type { SignalSource } from '../platform/signal-source.server.ts'
import { waitingMessages } from './messages.store.ts'
import { waitingMessageWords } from './portal-words.ts'

/** Somebody of an account has written and nobody of ours has read it: by the next day it should be answered. */
export default {
  kinds: { 'portal.message': waitingMessageWords },
  read: async ({ db, accountIds }) =>
    (await waitingMessages(db, accountIds)).map(({ accountId, count, author, text, since }) => ({
      kind: 'portal.message',
      key: '',
      accountId,
      personId: null,
      role: null,
      due: since.slice(0, 10),
      value: null,
      confidence: 1,
      values: { author, count, text: text.length > 120 ? `${text.slice(0, 119)}…` : text },
    })),
} satisfies SignalSource
