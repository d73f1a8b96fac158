import type { BuyingFact, BuyingField } from '../../know/buying/buying-facts.contract.ts'
import { fieldNames } from '../../know/buying/profile-score.ts'
import type { Language } from '../../platform/language.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { people } from '../people.ts'
import { Random } from '../random.ts'
import * as texts from './buying-texts.ts'

/** A fact heard on a day; `post` is the place of the contact who told it among those of the account, null: somebody else. */
export type DemoFact = {
  account: string
  authorKey: string
  fact: BuyingFact
  /** Steps of a process name contacts by the same places. */
  posts: readonly number[]
  learnedOn: string
  post: number | null
  toldBy: string | null
}

const head = 'lin.zhiyuan'

export const languageOf = (key: string): Language => people.find(person => person.key === key)?.language ?? 'en'

/** What the department knows of how some two hundred accounts buy: of the large ones much, of the others a little. */
export function demoProfiles(seed: string, accounts: readonly DemoAccount[]): DemoFact[] {
  return accounts.flatMap(account => {
    const random = new Random(seed, 'buying profiles', account.rank)
    const { rank, behaviour, ownerKey } = account
    if (rank >= 260 || behaviour.life === 'lost' || !random.chance(rank < 130 ? 0.9 : 0.65)) return []
    const authorKey = ownerKey ?? head
    const known = rank < 40 ? 0.88 : rank < 130 ? 0.66 : 0.4
    // Some managers have not asked for years: whole profiles grow old together.
    const neglect = random.chance(0.25) ? random.integer(300, 800) : 0
    return fieldNames.flatMap((field): DemoFact[] => {
      const draw = new Random(seed, 'buying facts', account.rank, field)
      if (!draw.chance(known)) return []
      const age = Math.min(1_000, Math.round(8 + neglect + draw.next() * draw.next() * 620))
      const byContact = draw.chance(0.7)
      const language = languageOf(authorKey)
      return [
        {
          account: account.code,
          authorKey,
          ...drawFact(draw, field, account, language),
          learnedOn: dayText(dayNumber(demoDay) - age),
          post: byContact ? draw.integer(0, 2) : null,
          toldBy: byContact || draw.chance(0.4) ? null : draw.pick(texts.toldBy[language]),
        },
      ]
    })
  })
}

function drawFact(
  random: Random,
  field: BuyingField,
  account: DemoAccount,
  language: Language,
): Pick<DemoFact, 'fact' | 'posts'> {
  if (field === 'process') return drawProcess(random, language)
  return { fact: drawOther(random, field, account, language), posts: [] }
}

function drawProcess(random: Random, language: Language): Pick<DemoFact, 'fact' | 'posts'> {
  const all = texts.steps[language]
  const kept = all.filter((_, index) => index === 0 || index === all.length - 1 || random.chance(0.75))
  const slow = random.between(0.6, 2.4)
  const posts = kept.map(([, post]) => (random.chance(0.8) ? post : -1))
  const steps = kept.map(([name, , days]) => ({
    name,
    days: random.chance(0.88) ? Math.max(1, Math.round(days * slow * random.between(0.7, 1.3))) : null,
    contactId: null,
    who: null,
  }))
  return { fact: { field: 'process', value: { steps } }, posts }
}

const rhythms = {
  dealer: ['monthly', 'quarterly', 'continuous'],
  distributor: ['monthly', 'quarterly', 'half-yearly'],
  contractor: ['by project', 'by project', 'yearly'],
} as const

const ways = {
  dealer: ['spot', 'negotiation', 'negotiation'],
  distributor: ['framework', 'negotiation', 'spot'],
  contractor: ['tender', 'tender', 'mixed'],
} as const

function drawOther(random: Random, field: BuyingField, account: DemoAccount, language: Language): BuyingFact {
  const pick = (of: Readonly<Record<Language, readonly string[]>>) => random.pick(of[language])
  const some = (of: Readonly<Record<Language, readonly string[]>>, most: number) =>
    random.shuffle(of[language]).slice(0, random.integer(1, most))
  const perhaps = (of: Readonly<Record<Language, readonly string[]>>) => (random.chance(0.5) ? pick(of) : null)
  switch (field) {
    case 'cycle':
      return { field, value: { rhythm: random.pick(rhythms[account.trade]), note: perhaps(texts.cycleNotes) } }
    case 'tendering':
      return {
        field,
        value: {
          way: random.pick(ways[account.trade]),
          runBy: random.chance(0.75) ? pick(texts.runBy) : null,
          note: perhaps(texts.tenderNotes),
        },
      }
    case 'budget':
      return {
        field,
        value: {
          months: random.pick([
            [10, 11],
            [11, 12],
            [2, 3],
            [3, 9],
            [6, 12],
          ]),
          note: perhaps(texts.budgetNotes),
        },
      }
    case 'brandsInUse':
      return { field, value: { brands: [texts.ownBrand[language], ...some(texts.rivals, 3)] } }
    case 'brandsPreferred':
      return {
        field,
        value: {
          brands: random.chance(0.6) ? [texts.ownBrand[language]] : [pick(texts.rivals)],
          reason: pick(texts.preferences),
        },
      }
    case 'competitors':
      return { field, value: { shares: drawShares(random, language) } }
    case 'channels':
      return { field, value: { channels: some(texts.channels, 3) } }
    case 'protection': {
      const level = random.pick(['none', 'none', 'preference', 'required'] as const)
      return { field, value: { level, rules: level === 'none' ? null : pick(texts.localRules) } }
    }
    case 'quality':
      return { field, value: { demands: pick(texts.quality) } }
    default:
      return { field: 'service', value: { demands: pick(texts.service) } }
  }
}

const productLines = [
  'Unmanaged switch 非网管交换机',
  'Managed switch 网管型交换机',
  'Rack switch 机架式骨干交换机',
  'Cellular router 工业路由器',
]

function drawShares(random: Random, language: Language) {
  const productLine = random.chance(0.4) ? null : random.pick(productLines)
  let left = 85
  return random
    .shuffle(texts.rivals[language])
    .slice(0, random.integer(1, 3))
    .map(competitor => {
      const percent = random.chance(0.85) ? Math.min(left, random.integer(1, 9) * 5) : null
      left -= percent ?? 0
      const asOf = dayText(dayNumber(demoDay) - random.integer(30, 500))
      return { competitor, productLine, percent, source: random.pick(texts.shareSources[language]), asOf }
    })
}
