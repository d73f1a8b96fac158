/** First day of the month or year of a day; written so that PostgreSQL takes it as immutable (no time zone in it). */
export const monthOf = (day: string) => `date_trunc('month', ${day}::timestamp)::date`
export const yearOf = (day: string) => `date_trunc('year', ${day}::timestamp)::date`
