/** A calendar quarter: '2026-Q4'. */
export type Quarter = string

export function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

const numberOf = (quarter: Quarter): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1

/** The quarter some quarters later, or earlier. */
export function quartersAfter(quarter: Quarter, count: number): Quarter {
  const number = numberOf(quarter) + count
  return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
}

/** How many quarters the other lies after the one. */
export const quartersBetween = (one: Quarter, other: Quarter): number => numberOf(other) - numberOf(one)

export function firstDayOf(quarter: Quarter): string {
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** '2026-Q4' → "Q4 2026", “2026年第四季度” in short: “2026年Q4”. */
export function quarterName(quarter: Quarter, language: 'en' | 'zh-Hans'): string {
  const [year, part] = quarter.split('-')
  return language === 'en' ? `${part} ${year}` : `${year}年${part}`
}
