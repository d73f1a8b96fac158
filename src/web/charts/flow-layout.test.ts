import { expect, test } from 'vitest'
import { layoutFlows } from './flow-layout.ts'

const order = ['platinum', 'gold', 'none']
const flows = [
  { from: 'gold', to: 'platinum', accounts: 4 },
  { from: 'gold', to: 'gold', accounts: 25 },
  { from: 'gold', to: 'none', accounts: 1 },
  { from: 'none', to: 'none', accounts: 0 },
]

test('promotions, demotions and those who stay are told apart, and nothing is drawn for nobody', () => {
  const layout = layoutFlows(order, flows, 300, 200)
  expect(layout.ribbons.map(ribbon => [ribbon.to, ribbon.kind])).toEqual([
    ['platinum', 'up'],
    ['gold', 'stay'],
    ['none', 'down'],
  ])
})

test('both columns count every account once', () => {
  const layout = layoutFlows(order, flows, 300, 200)
  const sum = (nodes: { accounts: number }[]) => nodes.reduce((all, node) => all + node.accounts, 0)
  expect(sum(layout.left)).toBe(30)
  expect(sum(layout.right)).toBe(30)
})

test('a single account stays visible beside thousands', () => {
  const layout = layoutFlows(
    order,
    [
      { from: 'gold', to: 'gold', accounts: 90_000 },
      { from: 'gold', to: 'none', accounts: 1 },
    ],
    300,
    200,
  )
  expect(layout.right.find(node => node.key === 'none')!.height).toBeGreaterThanOrEqual(3)
})
