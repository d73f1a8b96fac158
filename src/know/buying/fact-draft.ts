import { type BuyingFact, type BuyingField, type BuyingValue, buyingFactSchema } from './buying-facts.contract.ts'

type Step = BuyingValue<'process'>['steps'][number]
type Share = BuyingValue<'competitors'>['shares'][number]

export const emptyStep: Step = { name: '', days: null, contactId: null, who: null }
export const emptyShare: Share = { competitor: '', productLine: null, percent: null, source: null, asOf: null }

const empty: { [Field in BuyingField]: BuyingValue<Field> } = {
  process: { steps: [emptyStep, emptyStep, emptyStep] },
  cycle: { rhythm: 'yearly', note: null },
  tendering: { way: 'tender', runBy: null, note: null },
  budget: { months: [], note: null },
  brandsInUse: { brands: [] },
  brandsPreferred: { brands: [], reason: null },
  competitors: { shares: [emptyShare] },
  channels: { channels: [] },
  protection: { level: 'none', rules: null },
  quality: { demands: '' },
  service: { demands: '' },
}

/** What a form begins with where nothing is known yet. */
export const emptyFact = (field: BuyingField): BuyingFact => ({ field, value: empty[field] }) as BuyingFact

/**
 * The draft as it may be sent: ends of texts trimmed, empty ones none, rows without a name left out. Null where it says
 * nothing yet or something that cannot be.
 */
export function tidyFact(draft: BuyingFact): BuyingFact | null {
  const tidied = buyingFactSchema.safeParse({ field: draft.field, value: tidy(withoutBlankRows(draft)) })
  return tidied.success ? tidied.data : null
}

function withoutBlankRows({ field, value }: BuyingFact): unknown {
  if (field === 'process') return { steps: value.steps.filter(step => step.name.trim() !== '') }
  if (field === 'competitors') return { shares: value.shares.filter(share => share.competitor.trim() !== '') }
  return value
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, tidy(part)]))
}
