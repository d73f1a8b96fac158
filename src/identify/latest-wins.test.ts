import { expect, test } from 'vitest'
import { latestWins } from './latest-wins.ts'

/** Runs that are answered by hand, in the order in which they began. */
function byHand() {
  const begun: { wish: number; answer: (value: string) => void; fail: (error: Error) => void }[] = []
  const told: [string, number][] = []
  const failed: unknown[] = []
  const asker = latestWins<number, string>({
    run: wish => new Promise((answer, fail) => begun.push({ wish, answer, fail })),
    told: (answer, wish) => told.push([answer, wish]),
    failed: error => failed.push(error),
    schedule: begin => begin(),
  })
  return { begun, told, failed, asker }
}
const settled = () => new Promise(resolve => setTimeout(resolve))

test('while one question is under way the slider may move on, and only its last place is asked next', async () => {
  const { begun, told, asker } = byHand()
  asker.ask(1)
  asker.ask(2)
  asker.ask(3)
  expect(begun.map(run => run.wish)).toEqual([1])
  begun[0]!.answer('one')
  await settled()
  expect(begun.map(run => run.wish)).toEqual([1, 3])
  begun[1]!.answer('three')
  await settled()
  expect(told).toEqual([
    ['one', 1],
    ['three', 3],
  ])
  expect(begun).toHaveLength(2)
})

test('a failure is told, and the next wish is asked all the same', async () => {
  const { begun, told, failed, asker } = byHand()
  asker.ask(1)
  asker.ask(2)
  begun[0]!.fail(new Error('no answer'))
  await settled()
  expect(failed).toHaveLength(1)
  begun[1]!.answer('two')
  await settled()
  expect(told).toEqual([['two', 2]])
})

test('an answer that comes after the page was left is told to nobody', async () => {
  const { begun, told, asker } = byHand()
  asker.ask(1)
  asker.close()
  begun[0]!.answer('late')
  await settled()
  asker.ask(2)
  expect(told).toEqual([])
  expect(begun).toHaveLength(1)
})

test('several moves within one frame make one question', () => {
  const frames: (() => void)[] = []
  const asked: number[] = []
  const asker = latestWins<number, void>({
    run: async wish => void asked.push(wish),
    told: () => undefined,
    failed: () => undefined,
    schedule: begin => frames.push(begin),
  })
  asker.ask(1)
  asker.ask(2)
  expect(frames).toHaveLength(1)
  frames[0]!()
  expect(asked).toEqual([2])
})
