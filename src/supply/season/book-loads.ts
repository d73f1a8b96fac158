/** Goods that travel on one lane in one week. */
export type Shipment = { lane: number; week: string; shipOn: string; weightKg: number; volumeM3: number }

export type LoadType = {
  name: string
  countries: readonly string[] | null
  payloadKg: number
  volumeM3: number
  fullPrice: string
}

export type Booking = {
  lane: number
  week: string
  /** The first day on which one of them must leave. */
  shipOn: string
  load: string
  count: number
  accounts: number
  weightKg: number
  volumeM3: number
}

/**
 * How many trucks or containers each lane needs in each week: those whose whole number costs least, full by weight or by
 * volume, whichever is reached first. Lanes for which no load is known are left out.
 */
export function bookLoads(
  shipments: readonly Shipment[],
  countryOf: (lane: number) => string | null,
  loads: readonly LoadType[],
): Booking[] {
  const groups = Map.groupBy(shipments, shipment => `${shipment.lane} ${shipment.week}`)
  return [...groups.values()].flatMap(group => {
    const { lane, week } = group[0]!
    const weightKg = group.reduce((sum, each) => sum + each.weightKg, 0)
    const volumeM3 = group.reduce((sum, each) => sum + each.volumeM3, 0)
    const country = countryOf(lane)
    const choices = loads
      .filter(load => load.countries === null || (country !== null && load.countries.includes(country)))
      .map(load => {
        const count = Math.max(1, Math.ceil(Math.max(weightKg / load.payloadKg, volumeM3 / load.volumeM3) - 1e-9))
        return { load: load.name, count, price: count * Number(load.fullPrice) }
      })
      .sort((a, b) => a.price - b.price || (a.load < b.load ? -1 : 1))
    const best = choices[0]
    if (!best || weightKg + volumeM3 === 0) return []
    const shipOn = group.map(each => each.shipOn).sort()[0]!
    return [{ lane, week, shipOn, load: best.load, count: best.count, accounts: group.length, weightKg, volumeM3 }]
  })
}
