import { type Box, layOut, type MapToLayOut } from './lay-out.ts'
import type { LineKind } from './line.ts'

/** Node ids on the map: people of the account and ours cannot be mistaken for each other. */
export const theirNode = (contactId: number): string => `c${contactId}`
export const ourNode = (personId: string): string => `p${personId}`
/** What a node stands for. */
export function nodeMeaning(id: string): { contactId: number | null; personId: string | null } {
  return id.startsWith('c')
    ? { contactId: Number(id.slice(1)), personId: null }
    : { contactId: null, personId: id.slice(1) }
}

export const sides = ['top', 'right', 'bottom', 'left'] as const
export type Side = (typeof sides)[number]

export type Stroke = {
  id: string
  from: string
  to: string
  kind: LineKind | 'knows'
  /** Influence 1 to 3, acquaintance 1 to 5; a reporting line 1. */
  strength: number
}

type Read = {
  people: readonly { contactId: number; name: string; influence: number | null }[]
  ours: readonly { personId: string; name: string }[]
  lines: readonly { id: number; fromContactId: number; toContactId: number; kind: LineKind; strength: number | null }[]
  acquaintances: readonly { contactId: number; personId: string; strength: number }[]
  positions: readonly { contactId: number | null; personId: string | null; x: number; y: number }[]
}

/** Everything of a map that is drawn as a line. */
export function strokesOf({ lines, acquaintances }: Pick<Read, 'lines' | 'acquaintances'>): Stroke[] {
  return [
    ...acquaintances.map(({ contactId, personId, strength }) => ({
      id: `k${contactId} ${personId}`,
      from: ourNode(personId),
      to: theirNode(contactId),
      kind: 'knows' as const,
      strength,
    })),
    ...lines.map(line => ({
      id: `l${line.id}`,
      from: theirNode(line.fromContactId),
      to: theirNode(line.toContactId),
      kind: line.kind,
      strength: line.strength ?? 1,
    })),
  ]
}

/** Where everybody stands on this map, by node. */
export function boxesOf(map: Read): Map<string, Box> {
  const toLayOut: MapToLayOut = {
    theirs: map.people.map(({ contactId, ...person }) => ({ id: theirNode(contactId), ...person })),
    ours: map.ours.map(({ personId, name }) => ({ id: ourNode(personId), name })),
    reporting: map.lines
      .filter(line => line.kind === 'reports to')
      .map(line => ({ from: theirNode(line.fromContactId), to: theirNode(line.toContactId) })),
    ties: map.acquaintances.map(each => ({ theirs: theirNode(each.contactId), ours: ourNode(each.personId) })),
    kept: new Map(
      map.positions.map(({ contactId, personId, x, y }) => [
        contactId === null ? ourNode(personId!) : theirNode(contactId),
        { x, y },
      ]),
    ),
  }
  return layOut(toLayOut)
}

/** Width of a stroke in pixels: influence by its strength, acquaintance by how well they know each other. */
export const strokeWidth = ({ kind, strength }: Pick<Stroke, 'kind' | 'strength'>): number =>
  kind === 'reports to' ? 1.5 : kind === 'influences' ? 1 + 0.75 * (strength - 1) : 0.75 + 0.75 * (strength - 1)

/** On which side a line leaves one box and meets the other: the sides that face each other. */
export function facingSides(from: Box, to: Box): { from: Side; to: Side } {
  const across = to.x + to.width / 2 - (from.x + from.width / 2)
  const down = to.y + to.height / 2 - (from.y + from.height / 2)
  // Boxes are wider than high, so that being beside each other takes more than leaning to one side.
  if (Math.abs(down) * 2 >= Math.abs(across))
    return down < 0 ? { from: 'top', to: 'bottom' } : { from: 'bottom', to: 'top' }
  return across < 0 ? { from: 'left', to: 'right' } : { from: 'right', to: 'left' }
}

/** The same for a stroke among all: an influence along a reporting line goes round by the right, or one would hide the other. */
export function sidesOf(stroke: Stroke, from: Box, to: Box, all: readonly Stroke[]): { from: Side; to: Side } {
  const along = all.some(
    other =>
      other.kind === 'reports to' &&
      ((other.from === stroke.from && other.to === stroke.to) ||
        (other.from === stroke.to && other.to === stroke.from)),
  )
  return stroke.kind === 'influences' && along ? { from: 'right', to: 'right' } : facingSides(from, to)
}

/** The middle of a side. */
export function anchorOf({ x, y, width, height }: Box, side: Side): { x: number; y: number } {
  return {
    x: side === 'left' ? x : side === 'right' ? x + width : x + width / 2,
    y: side === 'top' ? y : side === 'bottom' ? y + height : y + height / 2,
  }
}
