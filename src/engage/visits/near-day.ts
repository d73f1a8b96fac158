import { z } from 'zod'

/** A day on which hours are reckoned by the clocks of a place; the years 0 and 10000 have no such hours to keep. */
export const nearDay = z.iso
  .date()
  .refine(day => day >= '1900-01-01' && day <= '2199-12-31', '1900-01-01 to 2199-12-31')

/** 'YYYY-MM' of the same years. */
export const nearMonth = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'YYYY-MM')
