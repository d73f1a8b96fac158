import type { CapCertainty, CapInfo } from './cap.ts'

export const hazards = [
  ...(['storm', 'wind', 'flood', 'rain', 'snow', 'thunderstorm', 'heat', 'fire', 'earthquake', 'tsunami'] as const),
  ...(['security', 'embargo', 'health', 'other'] as const),
] as const
export type Hazard = (typeof hazards)[number]

/** The first that fits decides: a "storm surge flood warning" is a flood, a "typhoon rain warning" a storm. */
const words: readonly (readonly [Hazard, RegExp])[] = [
  ['storm', /typhoon|hurricane|tropical (cyclone|storm|depression)|台风|颱風|热带气旋/i],
  ['tsunami', /tsunami|海啸/i],
  ['earthquake', /earthquake|seismic|地震/i],
  ['flood', /flood|inundation|storm surge|dam|洪|涝|内涝|风暴潮|山洪/i],
  ['thunderstorm', /thunder|lightning|hail|tornado|雷|冰雹|强对流/i],
  ['snow', /snow|blizzard|ice|freez|frost|cold|寒潮|暴雪|冰冻|霜冻/i],
  ['rain', /rain|downpour|暴雨|强降水/i],
  ['wind', /wind|gale|squall|大风/i],
  ['heat', /heat|high temperature|高温/i],
  ['fire', /fire|火灾|火险/i],
  ['embargo', /embargo|sanction|export control|禁运|制裁|出口管制/i],
]

const ofCategory: Partial<Record<CapInfo['categories'][number], Hazard>> = {
  Security: 'security',
  Health: 'health',
  Fire: 'fire',
  CBRNE: 'health',
}

/** What kind of danger a message speaks of, by its event, its headline, or failing those its category. */
export function hazardOf(info: Pick<CapInfo, 'event' | 'headline' | 'categories'>): Hazard {
  for (const text of [info.event, info.headline ?? ''])
    for (const [hazard, pattern] of words) if (pattern.test(text)) return hazard
  for (const category of info.categories) if (ofCategory[category]) return ofCategory[category]
  return 'other'
}

/** CAP's words of certainty as a probability: observed has happened, likely is above a half, possible below. */
export const probabilityOf: Readonly<Record<CapCertainty, number>> = {
  Observed: 1,
  Likely: 0.75,
  Possible: 0.4,
  Unlikely: 0.05,
  Unknown: 0.5,
}
