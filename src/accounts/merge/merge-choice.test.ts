import { expect, test } from 'vitest'
import { takenFields } from './merge-choice.ts'

const survivor = { id: 1, values: { name: 'Haitian', city: 'Ningbo', taxNumber: null } }
const other = { id: 2, values: { name: 'Haitan', city: null, taxNumber: '9133' } }
const differing = ['name', 'city', 'taxNumber'] as const

test('the survivor keeps what it has and takes what it lacks', () => {
  expect(takenFields(differing, {}, survivor, other)).toEqual(['taxNumber'])
  expect(takenFields(differing, {}, other, survivor)).toEqual(['city'])
})

test('what a person chose stands, also to leave a value empty', () => {
  expect(takenFields(differing, { name: 2, taxNumber: 1 }, survivor, other)).toEqual(['name'])
  expect(takenFields(differing, { city: 2 }, survivor, other)).toEqual(['city', 'taxNumber'])
})
