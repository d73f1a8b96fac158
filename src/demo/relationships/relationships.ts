import type { LineKind } from '../../know/map/line.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import type { DemoContact } from '../contacts.ts'
import { Random } from '../random.ts'

/** The accounts whose buying centre has been drawn. */
const mappedAccounts = 150

export type DemoLine = {
  account: string
  /** E-mail addresses: within an account they tell its people apart. */
  from: string
  to: string
  kind: LineKind
  strength: number | null
  note: string | null
}

/** To whom a post reports, the first of these that the account has. */
const superiors: Readonly<Record<string, readonly string[]>> = {
  'Purchasing manager': ['General manager'],
  'Technical director': ['General manager'],
  'Project manager': ['Technical director', 'General manager'],
  'Warehouse keeper': ['Purchasing manager', 'General manager'],
  'Sales clerk': ['General manager'],
  Accountant: ['General manager'],
  'Service engineer': ['Technical director', 'General manager'],
}

type Sway = { from: string; to: string; strength: number; chance: number; notes: readonly (string | null)[] }

/** Whose word sways whom, how often that is so, and what a manager wrote down about it. */
const sways: readonly Sway[] = [
  {
    from: 'Technical director',
    to: 'Purchasing manager',
    strength: 3,
    chance: 0.8,
    notes: [
      'Sets the specification 由其定规格',
      null,
      'Nothing is bought that has not run in the test room 未经试验不采购',
    ],
  },
  {
    from: 'Warehouse keeper',
    to: 'Purchasing manager',
    strength: 2,
    chance: 0.5,
    notes: ['Says what comes back 退货情况由其反馈', null],
  },
  {
    from: 'Accountant',
    to: 'General manager',
    strength: 1,
    chance: 0.5,
    notes: ['Watches payment terms 关注账期', null],
  },
  {
    from: 'Project manager',
    to: 'Technical director',
    strength: 2,
    chance: 0.45,
    notes: [null, 'Worked together at the design institute 曾在设计院共事'],
  },
  { from: 'Sales clerk', to: 'Warehouse keeper', strength: 1, chance: 0.3, notes: [null] },
]

/** Who reports to whom and who sways whom at the largest accounts, as their posts suggest. */
export function demoLines(
  seed: string,
  accounts: readonly DemoAccount[],
  contacts: readonly DemoContact[],
): DemoLine[] {
  const byAccount = Map.groupBy(contacts, contact => contact.account)
  return accounts
    .filter(account => account.rank < mappedAccounts)
    .flatMap(({ code, rank }) => {
      const random = new Random(seed, 'relationships', rank)
      const holders = new Map((byAccount.get(code) ?? []).map(contact => [postOf(contact), contact.email]))
      const reporting = [...holders].flatMap(([post, from]): DemoLine[] => {
        const to = superiors[post]?.map(each => holders.get(each)).find(each => each !== undefined)
        return to ? [{ account: code, from, to, kind: 'reports to', strength: null, note: null }] : []
      })
      const swaying = sways.flatMap(({ from, to, strength, chance, notes }): DemoLine[] => {
        const known = random.chance(chance)
        const note = random.pick(notes)
        const [source, target] = [holders.get(from), holders.get(to)]
        if (!known || !source || !target) return []
        return [{ account: code, from: source, to: target, kind: 'influences', strength, note }]
      })
      return [...reporting, ...swaying]
    })
}

/** 'Purchasing manager 采购经理' → 'Purchasing manager'. */
const postOf = ({ role }: DemoContact): string => role.replace(/ [^ -~].*$/, '')

/**
 * The days on which one of ours was in touch before the last one, a year back. Two thirds keep a rhythm that fits the
 * time since; the others were met so often once that the silence since is conspicuous.
 */
export function earlierContacts(
  seed: string,
  { contactId, personId, lastContactOn }: { contactId: number; personId: string; lastContactOn: string },
  today: string,
): string[] {
  const random = new Random(seed, 'contact days', contactId, personId)
  const last = dayNumber(lastContactOn)
  const since = dayNumber(today) - last
  const steady = random.chance(0.8)
  const step = steady ? Math.max(random.pick([7, 14, 14, 30]), Math.ceil(since / 1.6)) : random.pick([7, 10, 14])
  const days: string[] = [lastContactOn]
  for (let day = last - step; day > last - 330 && days.length < 24; day -= step + random.integer(-1, 1)) {
    days.push(dayText(day))
  }
  return days.reverse()
}
