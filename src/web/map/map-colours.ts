import type { MapTone } from './map-shapes.ts'

export type MapColours = {
  sea: string
  land: string
  border: string
  graticule: string
  town: string
  ink: string
  paper: string
  font: string
  tones: Record<MapTone, { fill: string; line: string }>
}

/** The page's tokens as the canvas needs them, in the theme shown now. */
export function readMapColours(element: Element): MapColours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--vf-${name}`).trim()
  const tier = (name: string) => ({ fill: token(`${name}-tint`), line: token(name) })
  return {
    sea: token('sea'),
    land: token('land'),
    border: token('line-strong'),
    graticule: token('line'),
    town: token('ink-faint'),
    ink: token('ink'),
    paper: token('paper'),
    font: token('font'),
    tones: {
      accent: { fill: token('accent-tint'), line: token('accent') },
      quiet: { fill: token('paper'), line: token('ink-faint') },
      danger: tier('danger'),
      warning: tier('warning'),
      profit: { fill: token('profit-tint'), line: token('profit') },
      platinum: tier('platinum'),
      gold: tier('gold'),
      silver: tier('silver'),
      special: tier('special'),
    },
  }
}
