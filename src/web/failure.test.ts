import { expect, test } from 'vitest'
import { isPassing, problemFrom, problemOf, RequestFailed } from './failure.ts'

test('problem details keep their code and sentence', () => {
  const body = { type: 'about:blank', status: 409, title: 'Conflict', code: 'import_running', detail: 'Wait.' }
  expect(problemFrom(body, 409)).toEqual({
    status: 409,
    code: 'import_running',
    title: 'Conflict',
    detail: 'Wait.',
    issues: [],
  })
})

test('details wrapped in the data of a typed error are found', () => {
  const error = Object.assign(new Error('Conflict'), { status: 409, data: { code: 'name_taken', detail: 'Taken.' } })
  expect(problemOf(error)).toMatchObject({ status: 409, code: 'name_taken', detail: 'Taken.' })
})

test('no answer at all is worth another try, a refusal is not', () => {
  expect(isPassing(problemOf(new TypeError('Failed to fetch')))).toBe(true)
  expect(isPassing(problemFrom({ code: 'not_yours' }, 403))).toBe(false)
  expect(isPassing(problemFrom(null, 503))).toBe(true)
})

test('a failed plain request hands its problem through', () => {
  const problem = problemFrom({ code: 'wrong_password', title: 'No' }, 401)
  expect(problemOf(new RequestFailed(problem))).toBe(problem)
})
