/** The palette of the page as the canvas needs it: the values that the tokens have in the theme shown now. */
export type ChartColours = {
  ink: string
  inkQuiet: string
  inkFaint: string
  line: string
  lineStrong: string
  paper: string
  accent: string
  profit: string
  profitArea: string
  loss: string
  lossArea: string
  series: string
  /** Bars of plain size (revenue), where blue and orange would claim a meaning. */
  quantity: string
  selected: string
  font: string
}

export function readColours(element: Element): ChartColours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--vf-${name}`).trim()
  return {
    ink: token('ink'),
    inkQuiet: token('ink-quiet'),
    inkFaint: token('ink-faint'),
    line: token('line'),
    lineStrong: token('line-strong'),
    paper: token('paper'),
    accent: token('accent'),
    profit: token('profit'),
    profitArea: token('profit-area'),
    loss: token('loss'),
    lossArea: token('loss-area'),
    series: token('series'),
    quantity: token('quantity'),
    selected: token('paper-selected'),
    font: token('font'),
  }
}
