/** What the URL of an account's documents holds besides the window. */
export type DocumentsSearch = {
  /** Part of the document's number. */
  text?: string
  /** 'YYYY-MM': this whole month in the place of the window. */
  month?: string
  product?: number
  /** The document that lies open. */
  document?: number
  /** The line of it whose earlier versions are shown. */
  line?: string
}

const number = (value: unknown): number | undefined =>
  Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined

const words = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== '' ? String(value) : undefined

/** Reads the search params forgivingly: a damaged link opens with what can be understood of it. */
export function documentsSearch(search: Record<string, unknown>): DocumentsSearch {
  const document = number(search.document)
  const found: DocumentsSearch = {
    text: words(search.text)?.slice(0, 100),
    month: typeof search.month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month) ? search.month : undefined,
    product: number(search.product),
    document,
    line: document === undefined ? undefined : words(search.line)?.slice(0, 200),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** First and last day of a month, 'YYYY-MM'. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}
