import { describe, expect, test } from 'vitest'
import { type Box, extent, layOut, type MapToLayOut, sizeOf } from './lay-out.ts'

const person = (id: string, influence: number | null = null) => ({ id, influence, name: id })
const empty: MapToLayOut = { theirs: [], ours: [], reporting: [], ties: [], kept: new Map() }

const hierarchy: MapToLayOut = {
  ...empty,
  theirs: [person('boss', 5), person('buyer', 3), person('engineer', 4), person('keeper', 1), person('nobody')],
  reporting: [
    { from: 'buyer', to: 'boss' },
    { from: 'engineer', to: 'boss' },
    { from: 'keeper', to: 'buyer' },
  ],
  ours: [
    { id: 'lin', name: 'Lin' },
    { id: 'chen', name: 'Chen' },
  ],
  ties: [
    { theirs: 'boss', ours: 'lin' },
    { theirs: 'keeper', ours: 'chen' },
    { theirs: 'buyer', ours: 'chen' },
  ],
}

const clashes = (boxes: ReadonlyMap<string, Box>) => {
  const all = [...boxes]
  return all.flatMap(([one, a], index) =>
    all
      .slice(index + 1)
      .filter(([, b]) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map(([other]) => `${one} on ${other}`),
  )
}

describe('a map laid out by rule', () => {
  test('has superiors above their people, ours at the bottom, and nobody on another', () => {
    const boxes = layOut(hierarchy)
    const y = (id: string) => boxes.get(id)!.y
    expect(y('boss')).toBeLessThan(y('buyer'))
    expect(y('buyer')).toBeLessThan(y('keeper'))
    expect(y('keeper')).toBeLessThan(y('nobody'))
    expect(y('nobody')).toBeLessThan(y('lin'))
    expect(y('lin')).toBe(y('chen'))
    expect(clashes(boxes)).toEqual([])
  })

  test('is the same in whatever order its people are read', () => {
    const turned: MapToLayOut = {
      ...hierarchy,
      theirs: [...hierarchy.theirs].reverse(),
      reporting: [...hierarchy.reporting].reverse(),
      ours: [...hierarchy.ours].reverse(),
      ties: [...hierarchy.ties].reverse(),
    }
    expect(new Map([...layOut(turned)].sort())).toEqual(new Map([...layOut(hierarchy)].sort()))
  })

  test('draws who weighs more larger', () => {
    expect(sizeOf(5).width).toBeGreaterThan(sizeOf(4).width)
    expect(sizeOf(null)).toEqual(sizeOf(1))
    expect(layOut(hierarchy).get('boss')).toMatchObject(sizeOf(5))
  })

  test('breaks those without a line into rows of six', () => {
    const crowd = Array.from({ length: 13 }, (_, index) => person(`p${index}`))
    const boxes = layOut({ ...empty, theirs: crowd })
    expect(new Set([...boxes.values()].map(box => box.y)).size).toBe(3)
    expect(clashes(boxes)).toEqual([])
  })

  test('is empty where nobody is known', () => {
    expect(layOut(empty)).toEqual(new Map())
    expect(extent(new Map())).toEqual({ left: 0, right: 0, top: 0, bottom: 0 })
  })

  test('leaves out lines to people who are not shown', () => {
    expect(layOut({ ...empty, theirs: [person('a')], reporting: [{ from: 'a', to: 'gone' }] }).size).toBe(1)
  })

  test('keeps ours apart where all know the same person', () => {
    const ours = ['a', 'b', 'c'].map(id => ({ id, name: id }))
    const ties = ours.map(({ id }) => ({ ours: id, theirs: 'boss' }))
    const boxes = layOut({ ...empty, theirs: [person('boss')], ours, ties })
    expect(clashes(boxes)).toEqual([])
    const middle = boxes.get('boss')!.x + boxes.get('boss')!.width / 2
    expect(boxes.get('b')!.x + boxes.get('b')!.width / 2).toBe(middle)
  })
})

describe('a place given by hand', () => {
  test('is kept, and the others stay where they were', () => {
    const before = layOut(hierarchy)
    const after = layOut({ ...hierarchy, kept: new Map([['keeper', { x: 5_000, y: -40 }]]) })
    expect(after.get('keeper')).toMatchObject({ x: 5_000, y: -40 })
    for (const id of ['boss', 'buyer', 'engineer', 'lin']) expect(after.get(id)).toEqual(before.get(id))
  })

  test('pushes down whoever the rule would put there', () => {
    const { x, y } = layOut(hierarchy).get('buyer')!
    const after = layOut({ ...hierarchy, kept: new Map([['keeper', { x, y }]]) })
    expect(after.get('keeper')).toMatchObject({ x, y })
    expect(after.get('buyer')!.y).toBeGreaterThan(y)
    expect(clashes(after)).toEqual([])
  })
})
