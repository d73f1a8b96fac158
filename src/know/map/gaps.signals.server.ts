import { accountsOfContacts } from '../../accounts/account-names.server.ts'
import { accountsLookedAfter, type Placed } from '../../identify/accounts-now.use.ts'
import { dayAfter } from '../../identify/review-window.ts'
import type { Signal, SignalFormat, SignalKind } from '../../platform/signal.ts'
import type { SignalReading, SignalSource } from '../../platform/signal-source.server.ts'
import { type FoundGap, gapsOfAccounts } from './found-gaps.use.ts'
import { whereItCanGetWorse } from './gap-facts.store.ts'
import { confidenceOf } from './gap-stake.ts'
import { gapName, gapReason } from './gap-words.ts'
import type { GapKind } from './gaps.ts'

/** The gravest gap of an account alone: once it is closed or dismissed the next comes up, and the queue stays short. */
function signalOf(account: readonly FoundGap[]): Signal {
  const [gap] = account as [FoundGap]
  return {
    kind: 'know.gap',
    key: gap.contactId === null ? gap.kind : `${gap.kind} ${gap.contactId}`,
    accountId: gap.account.id,
    personId: null,
    role: null,
    due: dueOf(gap),
    value: gap.atStake,
    confidence: confidenceOf(gap),
    values: { ...gap.values, gap: gap.kind, contactId: gap.contactId, more: account.length - 1 },
  }
}

/** A champion's successor is chosen in the weeks after they left; what has gone cold was due when it did. Others have no day. */
function dueOf({ kind, values }: FoundGap): string | null {
  if (kind === 'champion left') return dayAfter(String(values.leftOn), 30)
  if (kind === 'gone cold') return dayAfter(String(values.lastOn), Math.floor(Number(values.limit)))
  return null
}

function reason({ values }: Pick<Signal, 'values'>, { language }: SignalFormat): string {
  const sentence = gapReason({ kind: values.gap as GapKind, values }, language)
  const more = Number(values.more)
  if (more === 0) return sentence
  return language === 'zh-Hans'
    ? `${sentence}；另有 ${more} 处缺口`
    : `${sentence}; ${more} more ${more === 1 ? 'gap' : 'gaps'}`
}

const kind: SignalKind = {
  title: language => (language === 'zh-Hans' ? '关系缺口' : 'Relationship gap'),
  reason,
  actions: ({ accountId, values }, language) => [
    {
      label: language === 'zh-Hans' ? `处理：${gapName(values.gap as GapKind, language)}` : 'Close the gap',
      path: `/accounts/${accountId}/relationships`,
    },
    { label: language === 'zh-Hans' ? '安排拜访' : 'Plan a visit', path: `/accounts/${accountId}/visits?plan=1` },
  ],
}

/** What was there and got worse, rather than what was never learned. */
const worsened: ReadonlySet<GapKind> = new Set(['champion left', 'opponent unattended', 'gone cold'])

/**
 * Key accounts tell every gap but the slight ones, which wait for the next visit. Others that somebody owns tell what got
 * worse: nobody is expected to map the buying centre of the useful many. Accounts without tier and owner tell nothing:
 * nobody would close it.
 */
const worthTelling = ({ kind, severity, account, dismissal }: FoundGap): boolean =>
  dismissal === null && (account.tier === 'regular' ? worsened.has(kind) : severity !== 'low')

/** Of all accounts only those are looked at that could tell something. */
async function couldTell({ db, accountIds }: SignalReading): Promise<(account: Placed) => boolean> {
  if (accountIds) return () => true
  const found = await whereItCanGetWorse(db)
  const worse = new Set([...found.accountIds, ...(await accountsOfContacts(db, found.contactIds))])
  return ({ id, tier }) => tier !== 'regular' || worse.has(id)
}

/** Pictures of so many accounts are held in memory at a time. */
const batch = 500

export default {
  kinds: { 'know.gap': kind },
  read: async reading => {
    const accounts = await accountsLookedAfter(reading, reading.accountIds, await couldTell(reading))
    const signals: Signal[] = []
    for (let from = 0; from < accounts.length; from += batch) {
      const gaps = (await gapsOfAccounts(reading, accounts.slice(from, from + batch))).filter(worthTelling)
      signals.push(...[...Map.groupBy(gaps, gap => gap.account.id).values()].map(signalOf))
    }
    return signals
  },
} satisfies SignalSource
