import { expect, test } from 'vitest'
import {
  anchorOf,
  boxesOf,
  facingSides,
  nodeMeaning,
  ourNode,
  sidesOf,
  strokesOf,
  strokeWidth,
  theirNode,
} from './drawing.ts'
import { stanceSign, stanceTone } from './stance.ts'

const box = (x: number, y: number) => ({ x, y, width: 160, height: 60 })

test('a line leaves and meets the sides that face each other', () => {
  expect(facingSides(box(0, 200), box(0, 0))).toEqual({ from: 'top', to: 'bottom' })
  expect(facingSides(box(0, 0), box(300, 200))).toEqual({ from: 'bottom', to: 'top' })
  expect(facingSides(box(0, 0), box(300, 20))).toEqual({ from: 'right', to: 'left' })
  expect(facingSides(box(300, 20), box(0, 0))).toEqual({ from: 'left', to: 'right' })
  expect(anchorOf(box(0, 200), 'top')).toEqual({ x: 80, y: 200 })
  expect(anchorOf(box(0, 200), 'right')).toEqual({ x: 160, y: 230 })
})

test('an influence along a reporting line goes round it', () => {
  const strokes = strokesOf({
    acquaintances: [],
    lines: [
      { id: 1, fromContactId: 2, toContactId: 1, kind: 'reports to', strength: null },
      { id: 2, fromContactId: 2, toContactId: 1, kind: 'influences', strength: 2 },
      { id: 3, fromContactId: 2, toContactId: 3, kind: 'influences', strength: 2 },
    ],
  })
  const sides = strokes.map(stroke => sidesOf(stroke, box(0, 200), box(0, 0), strokes))
  expect(sides.map(side => side.to)).toEqual(['bottom', 'right', 'bottom'])
})

test('a person of theirs and one of ours are told apart whatever their ids', () => {
  expect(nodeMeaning(theirNode(12))).toEqual({ contactId: 12, personId: null })
  expect(nodeMeaning(ourNode('c12'))).toEqual({ contactId: null, personId: 'c12' })
})

test('whoever is on the map has a box, and every line and acquaintance its stroke', () => {
  const map = {
    people: [
      { contactId: 1, name: 'Chen', influence: 5 },
      { contactId: 2, name: 'Liu', influence: null },
    ],
    ours: [{ personId: 'lin', name: 'Lin' }],
    lines: [{ id: 9, fromContactId: 2, toContactId: 1, kind: 'reports to' as const, strength: null }],
    acquaintances: [{ contactId: 2, personId: 'lin', strength: 4 }],
    positions: [{ contactId: null, personId: 'lin', x: -300, y: 7 }],
  }
  expect([...boxesOf(map).keys()].sort()).toEqual(['c1', 'c2', 'plin'])
  expect(boxesOf(map).get('plin')).toMatchObject({ x: -300, y: 7 })
  expect(strokesOf(map)).toMatchObject([
    { from: 'plin', to: 'c2', kind: 'knows', strength: 4 },
    { from: 'c2', to: 'c1', kind: 'reports to', strength: 1 },
  ])
})

test('who knows whom better has the thicker line', () => {
  const widths = [1, 2, 3, 4, 5].map(strength => strokeWidth({ kind: 'knows', strength }))
  expect(widths).toEqual([...widths].sort((left, right) => left - right))
  expect(new Set(widths).size).toBe(5)
})

test('a stance has a sign as well as a tone', () => {
  expect([-2, -1, 0, 1, 2, null].map(stanceSign)).toEqual(['−−', '−', '○', '+', '++', '?'])
  expect([-1, 0, 1, null].map(stanceTone)).toEqual(['against', 'neutral', 'for', 'unknown'])
})
