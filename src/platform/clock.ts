/** Time comes in as an argument: rules never ask the machine. */
export type Clock = { now: () => Date }

/** The plain day (no zone) of an instant, in the company's time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )
}
