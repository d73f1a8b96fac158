import { type AccountLevel, accountLevels } from '../accounts/account.ts'
import { countryName } from '../accounts/country-name.ts'
import { levelName } from '../accounts/level-words.ts'
import { eventKinds } from '../engage/events/event.ts'
import { eventKindName } from '../engage/events/events-words.ts'
import { promiseSides, promiseStates } from '../engage/report/promise.ts'
import { promiseStateName, sideName } from '../engage/report/visit-report-words.ts'
import { requestKinds, requestStates } from '../engage/requests/request.ts'
import { requestKindName, requestStateName } from '../engage/requests/requests-words.ts'
import { measures as riskMeasures } from '../engage/risk/measures.ts'
import { measureName as riskMeasureName } from '../engage/risk/risk-words.ts'
import { visitStates } from '../engage/visits/visit.ts'
import { ruleWords, stateName } from '../engage/visits/visit-words.ts'
import { measureName } from '../identify/measure-words.ts'
import { measureKeys } from '../identify/measures.ts'
import { tierName, tiers } from '../identify/tier.ts'
import { valueTypes } from '../identify/value-type.ts'
import { valueTypeName } from '../identify/value-type-words.ts'
import { protections, rhythms, waysOfBuying } from '../know/buying/buying-facts.contract.ts'
import { monthName, protectionName, rhythmName, wayName } from '../know/buying/value-words.ts'
import { conditionName } from '../know/installed/installed-words.ts'
import { conditions } from '../know/installed/replacement.ts'
import { gapName } from '../know/map/gap-words.ts'
import { gapKinds } from '../know/map/gaps.ts'
import { lineKinds } from '../know/map/line.ts'
import { lineKindName } from '../know/map/map-words.ts'
import { buyingRoles } from '../know/people/buying-role.ts'
import { buyingRoleName } from '../know/people/buying-role-words.ts'
import { channelName, influenceName, languageName, stanceName } from '../know/people/profile-words.ts'
import { insurances, siteKinds } from '../know/sites/site.ts'
import { insuranceName, siteKindName } from '../know/sites/sites-words.ts'
import type { Language } from '../platform/language.ts'

/** How a reader of the trail says days, instants, money and names. */
export type Saying = {
  language: Language
  day: (day: string) => string
  instant: (instant: string) => string
  amount: (amount: string) => string
  number: (value: number) => string
  /** One of ours. */
  person: (id: string) => string
  contact: (id: number) => string
  site: (id: number) => string
}

/** A recorded value as people read it; lists in a row, what belongs together joined by dots. */
export function recordedWords(subject: string, field: string, value: unknown, saying: Saying): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    const items = value.map(item => recordedWords(subject, field, item, saying)).filter(Boolean)
    const [rows, words] = saying.language === 'en' ? ['; ', ', '] : ['；', '、']
    return items.join(value.some(item => typeof item === 'object') ? rows : words)
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .sort(([one], [other]) => place(one) - place(other))
      .map(([part, inside]) => recordedWords(subject, part, inside, saying))
      .filter(Boolean)
      .join(' · ')
  }
  if (typeof value === 'boolean') return saying.language === 'en' ? (value ? 'Yes' : 'No') : value ? '是' : '否'
  return named(subject, field, String(value), saying.language) ?? plain(field, String(value), saying)
}

/** What is told first of a thing of several parts; the database keeps no order of its own. */
const order = ['name', 'competitor', 'productLine', 'percent', 'days', 'contactId', 'who', 'source', 'asOf']
const place = (part: string) => (order.includes(part) ? order.indexOf(part) : order.length)

const amounts = new Set(['amount', 'cost', 'costInTheEnd', 'worth', 'goodsValue'])

function plain(field: string, text: string, saying: Saying): string {
  if (/^(ownerId|personId|executiveId|inviter|author|person)$/.test(field)) return saying.person(text)
  if (field === 'contactId' || field === 'contactIds' || field === 'contacts') return saying.contact(Number(text))
  if (field === 'siteId' || field === 'siteIds') return saying.site(Number(text))
  if (amounts.has(field) && isFigure(text)) return saying.amount(text)
  if (field === 'percent') return `${saying.number(Number(text))}%`
  if (field === 'days') return saying.language === 'en' ? `${text} d` : `${text} 天`
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return saying.day(text)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return saying.instant(text)
  // A mention in a note reads as the name alone.
  return field === 'text' ? text.replace(/\[(@[^\]]+)\]\(person:[^)]*\)/g, '$1') : text
}

const isFigure = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

/** The name of a value out of a fixed set; undefined where it is none. */
function named(subject: string, field: string, text: string, language: Language): string | undefined {
  const set = sets[`${subject} ${field}`] ?? sets[field]
  return set?.(text, language)
}

type Naming = (text: string, language: Language) => string | undefined

const of =
  <Value extends string>(values: readonly Value[], name: (value: Value, language: Language) => string): Naming =>
  (text, language) =>
    values.includes(text as Value) ? name(text as Value, language) : undefined

/** By field, or by subject and field where the field means something else elsewhere. */
const sets: Readonly<Record<string, Naming>> = {
  country: countryName,
  level: (text, language) =>
    of(accountLevels, (level: AccountLevel) => levelName(level, language))(text, language) ??
    of(protections, protectionName)(text, language),
  tier: of(tiers, tierName),
  measure: of(measureKeys, measureName),
  measures: of(riskMeasures, riskMeasureName),
  valueType: of(valueTypes, valueTypeName),
  suggested: of(valueTypes, valueTypeName),
  rhythm: of(rhythms, rhythmName),
  way: of(waysOfBuying, wayName),
  months: (text, language) => monthName(Number(text), language),
  condition: of(conditions, conditionName),
  buyingRole: of(buyingRoles, buyingRoleName),
  stance: (text, language) => stanceName(Number(text), language) || undefined,
  influence: (text, language) => influenceName(Number(text), language) || undefined,
  channelsRead: channelName,
  channelsPreferred: channelName,
  languages: languageName,
  insurance: of(insurances, insuranceName),
  side: of(promiseSides, sideName),
  rule: ruleWords,
  'site kind': of(siteKinds, siteKindName),
  'event kind': of(eventKinds, eventKindName),
  'request kind': of(requestKinds, requestKindName),
  'relationship line kind': of(lineKinds, lineKindName),
  'relationship gap kind': of(gapKinds, gapName),
  'visit state': of(visitStates, stateName),
  'promise state': of(promiseStates, promiseStateName),
  'request state': of(requestStates, requestStateName),
}
