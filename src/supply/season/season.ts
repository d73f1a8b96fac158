export const taskKinds = ['build', 'position', 'book'] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskStates = ['open', 'doing', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

export type SeasonSettings = {
  /** How much of possible demand is to be met, percent: 50 is the middle of the forecast, 90 all but one case in ten. */
  surePercent: number
  /** Days that production needs from the decision to the shelf. */
  buildDays: number
  /** Weeks of the season that stock at the account must last before the first replenishment arrives. */
  coverWeeks: number
  /** Days before loading on which a truck or container must be booked. */
  bookDays: number
}

export const usualSettings: SeasonSettings = { surePercent: 80, buildDays: 21, coverWeeks: 4, bookDays: 14 }

/** Quantities and amounts are decimal strings; weeks are named by their Mondays. */
export type Season = {
  id: number
  publicId: string
  name: string
  fromWeek: string
  untilWeek: string
  state: 'open' | 'closed'
  settings: SeasonSettings
  plannedOn: string
  closedOn: string | null
  closedByName: string | null
  result: SeasonResult | null
  lesson: string | null
  version: number
}

export type TaskWhy =
  | {
      kind: 'build'
      demand: number
      available: number
      weeks: { week: string; quantity: number }[]
      impossible: number
    }
  | {
      kind: 'position'
      lines: { product: string; name: string; quantity: number; demand: number; stock: number }[]
      pallets: number | null
      weightKg: number | null
      lane: string | null
      mode: string | null
      days: number | null
    }
  | { kind: 'book'; accounts: number; weightKg: number; volumeM3: number; mode: string; days: number; shipOn: string }
  | { kind: 'hand' }

export type SeasonTask = {
  id: number
  publicId: string
  kind: TaskKind
  state: TaskState
  title: string | null
  productId: number | null
  accountId: number | null
  laneId: number | null
  week: string
  dueOn: string
  quantity: string
  unit: string
  doneQuantity: string | null
  value: string | null
  ownerId: string | null
  ownerName: string | null
  note: string | null
  why: TaskWhy
  madeBy: 'plan' | 'hand'
  settledOn: string | null
  version: number
}

/** What came of a season, by kind; `avoided`: shelves that would have run empty and did not, and what that was worth. */
export type SeasonResult = {
  kinds: Record<
    TaskKind,
    { planned: number; done: number; dropped: number; left: number; inTime: number; share: number }
  >
  avoided: { shelves: number; contribution: string }
  missed: { contribution: string }
}
