import type { Hazard } from './hazard.ts'

/** What an account can do for its goods before a danger comes. */
export const measures = [
  ...(['stop inbound', 'move stock', 'raise goods', 'secure building', 'cover goods', 'clear drains'] as const),
  ...(['back up power', 'ship early', 'document stock', 'send people home'] as const),
] as const
export type Measure = (typeof measures)[number]

/** Hours that a measure takes with the usual crew of a warehouse: our own experience, to be corrected by the account's. */
export const hoursNeeded: Readonly<Record<Measure, number>> = {
  'stop inbound': 24,
  'move stock': 24,
  'raise goods': 8,
  'secure building': 6,
  'cover goods': 4,
  'clear drains': 4,
  'back up power': 4,
  'ship early': 48,
  'document stock': 2,
  'send people home': 6,
}

const usual: Readonly<Record<Hazard, readonly Measure[]>> = {
  storm: ['stop inbound', 'move stock', 'raise goods', 'secure building', 'cover goods', 'document stock'],
  wind: ['secure building', 'cover goods', 'document stock'],
  flood: ['stop inbound', 'move stock', 'raise goods', 'clear drains', 'document stock'],
  rain: ['raise goods', 'clear drains', 'cover goods'],
  snow: ['stop inbound', 'secure building', 'back up power'],
  thunderstorm: ['cover goods', 'back up power'],
  heat: ['back up power', 'cover goods'],
  fire: ['move stock', 'document stock', 'send people home'],
  earthquake: ['document stock', 'send people home'],
  tsunami: ['send people home', 'raise goods'],
  security: ['stop inbound', 'document stock'],
  embargo: ['ship early', 'stop inbound'],
  health: ['stop inbound', 'send people home'],
  other: ['document stock'],
}

/** What to advise against a danger, that which takes longest first. */
export const usualMeasures = (hazard: Hazard): readonly Measure[] => usual[hazard]

/** The hour by which the first of the usual measures must begin, in milliseconds. */
export function adviseBy(hazard: Hazard, arrivesAt: number): number {
  return arrivesAt - Math.max(...usualMeasures(hazard).map(measure => hoursNeeded[measure])) * 3_600_000
}
