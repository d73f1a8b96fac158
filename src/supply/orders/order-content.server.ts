import { createHash } from 'node:crypto'
import { type OrderContent, orderContent } from './order-content.ts'

/** Lower-case hexadecimal SHA-256 of a text's UTF-8. */
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export const contentHash = (order: OrderContent): string => textHash(orderContent(order))
