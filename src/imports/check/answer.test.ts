import { expect, test } from 'vitest'
import type { Question } from '../question.ts'
import { answerOf, headerName } from './answer.ts'

function question(code: Question['code'], field: string | null = null): Question {
  return { code, kind: 'invoices', field, examples: [], choices: [] }
}

test('the answer to which day 03-04 is says the order of all days', () => {
  expect(answerOf(question('date_order', 'day'), 'dmy')).toEqual({ dayOrder: 'dmy' })
})

test('the answer to which column it is names the column of that field alone', () => {
  expect(answerOf(question('column_missing', 'net'), 'Total')).toEqual({ columns: { net: 'Total' } })
})

test('a file without document numbers has a document for each account and day', () => {
  expect(answerOf(question('column_missing', 'document'), '@day')).toEqual({ documentByDay: true })
})

test('two columns of one name are told apart by their numbers', () => {
  expect(headerName(['Amount', 'Day', 'Amount', ''], 2)).toBe('3')
  expect(headerName(['Amount', 'Day', 'Amount', ''], 1)).toBe('Day')
  expect(headerName(['Amount', 'Day', 'Amount', ''], 3)).toBe('4')
})
