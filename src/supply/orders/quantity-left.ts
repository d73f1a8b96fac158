import { Decimal } from 'decimal.js'

/** What is confirmed and has not left yet, as a decimal string. */
export const quantityLeft = (line: { confirmedQuantity: string | null; shippedQuantity: string }): string =>
  new Decimal(line.confirmedQuantity ?? 0).minus(line.shippedQuantity).toFixed()
