import { expect, test } from 'vitest'
import { firstFault } from '../../supply/messages/interchange/interchange-facts.ts'
import { readInterchanges } from '../../supply/messages/interchange/read-interchange.ts'
import { demoCompany, usualSeed } from '../demo-company.ts'
import { demoMessages } from './messages.ts'

test('the messages of the demo are the same every time, all whole but the one that was damaged', () => {
  const made = demoCompany()
  const gtins = new Map(made.products.map(({ code }) => [code, '04006381333931']))
  const messages = demoMessages(usualSeed, made, gtins)
  expect(demoMessages(usualSeed, made, gtins)).toEqual(messages)
  const faults = messages.map(({ name, text }) => [name, readInterchanges(text).map(firstFault)[0]?.code ?? null])
  expect(faults.filter(([, code]) => code !== null)).toEqual([['852-again.x12', 'segment_count_wrong']])
  expect(messages).toHaveLength(10)
})
