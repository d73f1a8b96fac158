import { accountNames } from '../accounts/account-names.server.ts'
import { keyAccounts } from '../identify/identify.server.ts'
import type { Language } from '../platform/language.ts'
import { listPeople } from '../platform/people.store.ts'
import { readSettings } from '../platform/settings.server.ts'
import type { SignalKind } from '../platform/signal.ts'
import { sentenceFormat } from '../web/sentence-format.ts'
import type { QueueRow } from './queue.store.ts'
import { urgency, usualLeadDays, usualUnknownShare } from './rank.ts'
import type { Refreshing } from './refresh.use.ts'
import { signalKinds } from './sources.server.ts'
import { readState } from './state.store.ts'

export type Telling = Refreshing & { language: Language }

/** Signals as people and programs read them: names, sentences, what can be done, why they stand where they stand. */
export async function toldSignals(context: Telling, rows: readonly QueueRow[], today: string) {
  const { db, language } = context
  const ids = [...new Set(rows.flatMap(row => row.accountId ?? []))]
  const [kinds, accounts, tiers, people, settings, state] = await Promise.all([
    signalKinds(context.sourceFolder),
    accountNames(db, ids),
    keyAccounts(context, ids),
    listPeople(db),
    readSettings(db),
    readState(db),
  ])
  const format = sentenceFormat(language, settings.baseCurrency)
  const names = new Map(people.map(person => [person.id, person.name]))
  const typical = state?.typicalValue ?? 1
  return rows.map(row => {
    const { id, kind, key, accountId, due, value, values, confidence, arisenOn, personId, role } = row
    const known = kinds.get(kind)
    const account = accountId === null ? undefined : accounts.get(accountId)
    return {
      id,
      kind,
      title: kindTitle(kinds, kind, language),
      account: account
        ? { id: account.id, code: account.code, name: account.name, tier: tiers.get(account.id) ?? null }
        : null,
      due,
      value,
      confidence,
      values,
      reason: known?.reason({ values, due, value }, format) ?? '',
      actions: known?.actions({ accountId, key, values }, language) ?? [],
      weight: {
        stake: value ?? String(Math.round(typical * (known?.weighing?.unknownShare ?? usualUnknownShare))),
        urgency: urgency(due, today, known?.weighing),
        leadDays: known?.weighing?.leadDays ?? usualLeadDays,
      },
      arisenOn,
      personId,
      personName: personId === null ? null : (names.get(personId) ?? null),
      role,
      answer: answerTold(row),
    }
  })
}

function answerTold({ answerId, state, until, note, answeredBy, senderName, senderNote }: QueueRow) {
  if (answerId === null || state === null) return null
  return { id: answerId, state, until, note, by: answeredBy, senderName, senderNote }
}

/** The bare name of a kind whose room is not there any more. */
export const kindTitle = (kinds: ReadonlyMap<string, SignalKind>, kind: string, language: Language): string =>
  kinds.get(kind)?.title(language) ?? kind
