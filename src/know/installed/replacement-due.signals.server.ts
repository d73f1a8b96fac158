import { Decimal } from 'decimal.js'
import { accountsLookedAfter } from '../../identify/accounts-now.use.ts'
import { dayAfter } from '../../identify/review-window.ts'
import type { Signal, SignalKind } from '../../platform/signal.ts'
import type { SignalSource } from '../../platform/signal-source.server.ts'
import { processDays } from '../buying/buying.store.ts'
import { demandItems } from './installed.store.ts'
import { firstDayOf, quarterName, quarterOf, quartersAfter } from './quarter.ts'
import { demandFacts } from './read-installed.use.ts'
import { leadQuarters } from './replacement.ts'
import { type Talk, talks } from './replacement-demand.ts'

const kind: SignalKind = {
  title: language => (language === 'zh-Hans' ? '设备将到更换期' : 'Replacement due'),
  reason: ({ values, value }, { language, money }) => {
    const by = quarterName(String(values.due), language)
    const units = Number(values.units)
    const worth = value === null ? '' : money(value)
    if (language === 'zh-Hans') {
      const lines = values.lines === '' ? '' : `（${values.lines}）`
      return `${units} 台设备${lines}预计 ${by}前更换${worth && `，价值约 ${worth}`}；对方采购需要 ${values.lead} 个季度，现在就该谈。`
    }
    const lines = values.lines === '' ? '' : ` of ${values.lines}`
    const unit = units === 1 ? 'unit' : 'units'
    const lead = values.lead === 1 ? 'a quarter' : `${values.lead} quarters`
    return `${units} ${unit}${lines}${worth && ` worth about ${worth}`} should be replaced by ${by}; buying takes ${lead}, so begin talking now.`
  },
  actions: ({ accountId }, language) => [
    { label: language === 'zh-Hans' ? '查看装机与更换' : 'See what is due', path: `/accounts/${accountId}/installed` },
    { label: language === 'zh-Hans' ? '安排拜访' : 'Plan a visit', path: `/accounts/${accountId}/visits?plan=1` },
  ],
}

/** One signal an account, of everything whose quarter to begin talking has come. */
function signalOf(accountId: number, begun: readonly Talk[], lead: number, today: string): Signal {
  const units = begun.reduce((sum, talk) => sum + talk.units, 0)
  const values = begun.flatMap(talk => talk.value ?? [])
  const lines = [...new Set(begun.flatMap(talk => talk.productLines))]
  return {
    kind: 'know.replacement_due',
    key: '',
    accountId,
    personId: null,
    role: null,
    due: dayAfter(firstDayOf(quartersAfter(quarterOf(today), 1)), -1),
    value: values.length > 0 ? Decimal.sum(...values).toFixed() : null,
    confidence: begun.reduce((sum, talk) => sum + talk.certainty * talk.units, 0) / units,
    values: { units, due: begun.at(-1)!.due, lines: lines.slice(0, 3).join(', '), lead },
  }
}

/** Only accounts on a tier or with an owner: of the useful many nobody begins to talk two quarters ahead. */
export default {
  kinds: { 'know.replacement_due': kind },
  read: async reading => {
    const { db, accountIds, today } = reading
    const items = await demandItems(db, accountIds)
    if (items.length === 0) return []
    const [facts, days] = [await demandFacts(reading), await processDays(db, accountIds)]
    const begun = talks(items, facts, days).filter(talk => talk.begin === quarterOf(today))
    const looked = await accountsLookedAfter(reading, [...new Set(begun.map(talk => talk.accountId))])
    const byAccount = Map.groupBy(begun, talk => talk.accountId)
    return looked.flatMap(({ id }) => {
      const own = byAccount.get(id)
      return own ? [signalOf(id, own, leadQuarters(days.get(id) ?? null), today)] : []
    })
  },
} satisfies SignalSource
