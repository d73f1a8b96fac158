/** What can be measured of an account over a window. The order is the one in which measures are offered. */
export const measureKeys = [
  'revenue',
  'margin',
  'costToServe',
  'contribution',
  'marginRate',
  'documents',
  'activeMonths',
  'daysSinceLastOrder',
  'silence',
  'growth',
  'cooperationMonths',
  'productBreadth',
  'largestDocument',
  'returnShare',
  'probabilityAlive',
  'expectedContribution',
  'influence',
  'strategicFit',
  'loyalty',
] as const
export type MeasureKey = (typeof measureKeys)[number]

/** Entered by people, 0 to 10, with author and date. */
export const judgedMeasureKeys = ['influence', 'strategicFit', 'loyalty'] as const
export type JudgedMeasureKey = (typeof judgedMeasureKeys)[number]

/** Measures kept as exact decimals in the base currency. */
export const amountMeasureKeys = ['revenue', 'margin', 'costToServe', 'contribution', 'largestDocument'] as const
export type AmountMeasureKey = (typeof amountMeasureKeys)[number]

export interface Measure {
  readonly key: MeasureKey
  /**
   * amount: base currency. share: 0..1 of a whole (may be negative or above 1). times: a multiple (silence is days since
   * the last order divided by the account's typical gap). grade: 0..10.
   */
  readonly unit: 'amount' | 'share' | 'count' | 'days' | 'months' | 'times' | 'grade'
  readonly better: 'higher' | 'lower'
  /** Digits after the point that are shown and stored; a missing amount is told in whole steps of these. */
  readonly decimals: number
  /** What must be there before it can be known; null where every account with a line has it. */
  readonly unknownWithout: 'cost' | 'costEntries' | 'repeatPurchase' | 'windowBefore' | 'model' | 'judgement' | null
}

const define = (
  key: MeasureKey,
  unit: Measure['unit'],
  better: Measure['better'],
  decimals: number,
  unknownWithout: Measure['unknownWithout'] = null,
): Measure => ({ key, unit, better, decimals, unknownWithout })

export const measures: Readonly<Record<MeasureKey, Measure>> = {
  revenue: define('revenue', 'amount', 'higher', 0),
  margin: define('margin', 'amount', 'higher', 0, 'cost'),
  costToServe: define('costToServe', 'amount', 'lower', 0, 'costEntries'),
  contribution: define('contribution', 'amount', 'higher', 0, 'cost'),
  marginRate: define('marginRate', 'share', 'higher', 4, 'cost'),
  documents: define('documents', 'count', 'higher', 0),
  activeMonths: define('activeMonths', 'months', 'higher', 0),
  daysSinceLastOrder: define('daysSinceLastOrder', 'days', 'lower', 0),
  silence: define('silence', 'times', 'lower', 2, 'repeatPurchase'),
  growth: define('growth', 'share', 'higher', 4, 'windowBefore'),
  cooperationMonths: define('cooperationMonths', 'months', 'higher', 0),
  productBreadth: define('productBreadth', 'count', 'higher', 0),
  largestDocument: define('largestDocument', 'amount', 'higher', 0),
  returnShare: define('returnShare', 'share', 'lower', 4),
  probabilityAlive: define('probabilityAlive', 'share', 'higher', 4, 'repeatPurchase'),
  expectedContribution: define('expectedContribution', 'amount', 'higher', 0, 'model'),
  influence: define('influence', 'grade', 'higher', 1, 'judgement'),
  strategicFit: define('strategicFit', 'grade', 'higher', 1, 'judgement'),
  loyalty: define('loyalty', 'grade', 'higher', 1, 'judgement'),
}

export const isJudged = (key: MeasureKey): key is JudgedMeasureKey =>
  (judgedMeasureKeys as readonly string[]).includes(key)
