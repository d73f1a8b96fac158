/** What the URL of the page holds: whose accounts, and the shipment or the switch that is open. */
export type TransportSearch = { owner?: string; shipment?: string; switch?: number }

/** Reads the search params forgivingly. */
export function transportSearch(search: Record<string, unknown>): TransportSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const [owner, shipment] = [text(search.owner), text(search.shipment)]
  const id = Number(search.switch)
  return {
    ...(owner && { owner }),
    ...(shipment && { shipment }),
    ...(Number.isInteger(id) && id > 0 && { switch: id }),
  }
}

/** How a shipment is named in the URL. */
export const shipmentKey = (shipment: { account: { id: number }; promisedOn: string; consignment: string }): string =>
  `${shipment.account.id}~${shipment.promisedOn}~${shipment.consignment}`
