import type { Point } from './sphere.ts'

/** Values that CAP 1.1 and 1.2 allow. */
export const capStatuses = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const
export const capKinds = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const
export const capScopes = ['Public', 'Restricted', 'Private'] as const
export const capCategories = [
  ...(['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra'] as const),
  ...(['CBRNE', 'Other'] as const),
] as const
export const capUrgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const capSeverities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const capCertainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const

export type CapSeverity = (typeof capSeverities)[number]
export type CapCertainty = (typeof capCertainties)[number]

/** A message named by another: what CAP's `references` hold. Instants are UTC ISO. */
export type CapReference = { sender: string; identifier: string; sent: string }

export type CapArea = {
  description: string
  /** Closed: the last place is the first. */
  polygons: Point[][]
  circles: { centre: Point; radiusKm: number }[]
  geocodes: { name: string; value: string }[]
}

export type CapInfo = {
  language: string
  categories: (typeof capCategories)[number][]
  event: string
  eventCodes: { name: string; value: string }[]
  responses: string[]
  urgency: (typeof capUrgencies)[number]
  severity: CapSeverity
  certainty: CapCertainty
  effective: string | null
  onset: string | null
  expires: string | null
  senderName: string | null
  headline: string | null
  description: string | null
  instruction: string | null
  web: string | null
  areas: CapArea[]
}

export type CapMessage = {
  version: '1.1' | '1.2'
  identifier: string
  sender: string
  sent: string
  status: (typeof capStatuses)[number]
  kind: (typeof capKinds)[number]
  scope: (typeof capScopes)[number]
  restriction: string | null
  note: string | null
  references: CapReference[]
  /** It carries an XML signature; nobody has checked it. */
  signed: boolean
  infos: CapInfo[]
}

/** Why a message is not taken. `field` is its path, such as 'info.urgency'; `value` what stood there. */
export type CapFault = {
  reason: 'not xml' | 'doctype' | 'encoding' | 'not cap' | 'missing' | 'not allowed' | 'not a time' | 'not a place'
  field: string
  value?: string
}

export type CapReading = { message: CapMessage; faults?: undefined } | { message?: undefined; faults: CapFault[] }
