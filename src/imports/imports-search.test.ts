import { expect, test } from 'vitest'
import { importSearch } from './import-search.ts'
import { importsSearch } from './imports-search.ts'
import { newImportSearch } from './new-import-search.ts'

test('a link to the history keeps its kind and source', () => {
  expect(importsSearch({ kind: 'rates', source: ' ERP ' })).toEqual({ kind: 'rates', source: 'ERP' })
})

test('a damaged link to the history opens the whole history', () => {
  expect(importsSearch({ kind: 'poems', source: '  ' })).toEqual({ kind: undefined, source: undefined })
})

test('a link to an import keeps reason, state and row', () => {
  expect(importSearch({ reason: 'account_missing', state: 'open', row: '12' })).toEqual({
    reason: 'account_missing',
    state: 'open',
    row: 12,
  })
  expect(importSearch({ reason: 'bad_luck', state: 'lost', row: '-1' })).toEqual({
    reason: undefined,
    state: undefined,
    row: undefined,
  })
})

test('an upload is known by its whole id only', () => {
  const upload = '0b5b6a0e-3a2f-4c2b-9a53-3d2f8c6f1a77'
  expect(newImportSearch({ upload, of: 7 })).toEqual({ upload, of: 7 })
  expect(newImportSearch({ upload: upload.slice(1), of: 'x' })).toEqual({ upload: undefined, of: undefined })
})
