import { expect, test } from 'vitest'
import { emptyFact, emptyStep, tidyFact } from './fact-draft.ts'
import { fieldNames } from './profile-score.ts'

test('a form that says nothing cannot be sent, where it has nothing to choose', () => {
  const sendable = fieldNames.filter(field => tidyFact(emptyFact(field)) !== null)
  expect(sendable).toEqual(['cycle', 'tendering', 'protection'])
})

test('blank steps are left out, texts are trimmed and empty ones are none', () => {
  const steps = [{ ...emptyStep, name: ' Sign ', days: 3, who: ' ' }, emptyStep, { ...emptyStep, name: 'Order' }]
  expect(tidyFact({ field: 'process', value: { steps } })).toEqual({
    field: 'process',
    value: {
      steps: [
        { name: 'Sign', days: 3, contactId: null, who: null },
        { name: 'Order', days: null, contactId: null, who: null },
      ],
    },
  })
})

test('a share above a hundred or a month of thirteen cannot be sent', () => {
  const share = { competitor: 'Korund', productLine: '', percent: 101, source: null, asOf: null }
  expect(tidyFact({ field: 'competitors', value: { shares: [share] } })).toBeNull()
  expect(tidyFact({ field: 'competitors', value: { shares: [{ ...share, percent: 100 }] } })).toMatchObject({
    value: { shares: [{ percent: 100, productLine: null }] },
  })
  expect(tidyFact({ field: 'budget', value: { months: [13], note: null } })).toBeNull()
})
