import type { Question } from '../question.ts'
import type { Corrections } from '../shape.ts'

/** The choice that says an invoice file has no document numbers: one document for each account and day. */
export const documentByDay = '@day'

/** The choice that says that all rows are of one account, which is then named. */
export const ofOneAccount = '@account'

/** A question's answer as a correction of the shape. */
export function answerOf(question: Question, value: string): Corrections {
  switch (question.code) {
    case 'kind':
      return { kind: value as Corrections['kind'] }
    case 'encoding':
      return { encoding: value as Corrections['encoding'] }
    case 'sheet':
      return { sheet: value }
    case 'date_order':
      return { dayOrder: value as Corrections['dayOrder'] }
    case 'decimal':
      return { decimal: value as Corrections['decimal'] }
    case 'discount':
      return { discount: value as Corrections['discount'] }
    case 'base_currency':
      return { baseCurrency: value }
    default:
      return value === documentByDay ? { documentByDay: true } : { columns: { [question.field!]: value } }
  }
}

/** How a header is named in a correction: by its words, or by its number where the words do not tell it apart. */
export function headerName(headers: readonly string[], at: number): string {
  const header = headers[at]
  return header && headers.indexOf(header) === headers.lastIndexOf(header) ? header : String(at + 1)
}
