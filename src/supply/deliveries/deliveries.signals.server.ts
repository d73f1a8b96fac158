import type { SignalSource } from '../../platform/signal-source.server.ts'
import { fasterWayKind, overdueDeliveryKind } from './delivery-signal-words.ts'
import { overdueByAccount } from './punctuality.store.ts'
import { shipmentsToDecide } from './read-transport.use.ts'
import { shipmentKey } from './transport-search.ts'

export default {
  kinds: { 'supply.faster_way': fasterWayKind, 'supply.delivery_overdue': overdueDeliveryKind },
  read: async reading => {
    const shipments = await shipmentsToDecide(reading, reading)
    const overdue = await overdueByAccount(reading.db, reading)
    const signal = { personId: null, role: null, confidence: 0.8 }
    return [
      ...shipments.flatMap(shipment => {
        const best = shipment.others[0]
        if (!best?.choice.pays) return []
        const { alert } = shipment.storm
        return [
          {
            ...signal,
            kind: 'supply.faster_way',
            key: shipmentKey(shipment),
            accountId: shipment.account.id,
            due: shipment.leavesOn,
            value: best.choice.gain.toFixed(2),
            values: {
              consignment: shipment.consignment,
              leavesOn: shipment.leavesOn,
              mode: best.lane.mode,
              alert: shipment.storm.source === 'alert' && alert ? alert.title : null,
              probability: shipment.storm.probability,
            },
          },
        ]
      }),
      ...overdue.map(({ accountId, lines, oldest, value }) => ({
        ...signal,
        kind: 'supply.delivery_overdue',
        key: '',
        accountId,
        due: oldest,
        value,
        values: { lines, oldest },
      })),
    ]
  },
} satisfies SignalSource
