import type { Mode } from './delivery.ts'

type Lane = {
  id: number
  country: string | null
  accountId: number | null
  fromPlace: string
  mode: Mode
  days: number
}

/** Lanes that reach an account, the closest said first: its own, then those of its country, then those of anywhere. */
export function lanesServing<Of extends Lane>(
  lanes: readonly Of[],
  account: { id: number; country: string | null },
): Of[] {
  const rank = (lane: Of): number | null => {
    if (lane.accountId !== null) return lane.accountId === account.id ? 0 : null
    if (lane.country !== null) return lane.country === account.country ? 1 : null
    return 2
  }
  return lanes
    .flatMap(lane => {
      const place = rank(lane)
      return place === null ? [] : [{ lane, place }]
    })
    .sort((one, other) => one.place - other.place || one.lane.id - other.lane.id)
    .map(({ lane }) => lane)
}

/**
 * The way a consignment usually goes and the faster ones that it could take instead: one lane a mode, the closest said,
 * from the same place. Couriers carry samples, not consignments: they are no answer. Null where nobody says how it goes.
 */
export function usualAndFaster<Of extends Lane>(
  serving: readonly Of[],
  said: { laneId: number | null; mode: Mode | null },
): { usual: Of; faster: Of[] } | null {
  const usual =
    serving.find(lane => lane.id === said.laneId) ??
    (said.laneId === null ? serving.find(lane => lane.mode === said.mode) : undefined)
  if (!usual) return null
  const seen = new Set<Mode>([usual.mode, 'courier'])
  const faster: Of[] = []
  for (const lane of serving) {
    if (seen.has(lane.mode) || lane.fromPlace !== usual.fromPlace || lane.days >= usual.days) continue
    seen.add(lane.mode)
    faster.push(lane)
  }
  return { usual, faster }
}
