import {
  type CapArea,
  type CapFault,
  type CapInfo,
  type CapReading,
  type CapReference,
  capCategories,
  capCertainties,
  capKinds,
  capScopes,
  capSeverities,
  capStatuses,
  capUrgencies,
} from './cap.ts'
import { decodeXml, type Element, readXml } from './read-xml.ts'
import type { Point } from './sphere.ts'

/**
 * Reads a message of the Common Alerting Protocol 1.1 or 1.2 (OASIS; ITU-T X.1303). All faults are told, not the first
 * alone. Empty optional elements count as absent. A signature is noticed, not checked.
 */
export function readCap(bytes: Uint8Array): CapReading {
  const text = decodeXml(bytes)
  if (text === 'encoding') return refused('encoding', 'alert')
  const xml = readXml(text)
  if (typeof xml === 'string') return refused(xml, 'alert')
  return readCapElement(xml.root, xml.namespaces, xml.element)
}

/** No warning service says more at once; beyond it a message is made to keep us busy with every site of ours. */
const mostInfos = 200
/** Of all polygons of a message together. */
const mostPoints = 50_000

const namespace = /^urn:oasis:names:tc:emergency:cap:(1\.[12])$/

const refused = (reason: CapFault['reason'], field: string): CapReading => ({ faults: [{ reason, field }] })

export function readCapElement(root: string, namespaces: readonly string[], alert: Element): CapReading {
  const version = namespaces.flatMap(each => namespace.exec(each)?.[1] ?? [])[0] as '1.1' | '1.2' | undefined
  if (root !== 'alert' || !version) return refused('not cap', 'alert')
  if ((alert.children.info?.length ?? 0) > mostInfos) return refused('not allowed', 'info')
  const read = new Reader()
  const kind = read.oneOf(alert, 'msgType', capKinds)
  const scope = read.oneOf(alert, 'scope', capScopes)
  const references = read.references(alert)
  if (kind && kind !== 'Alert' && references.length === 0 && !read.has('references'))
    read.fault('missing', 'references')
  const restriction = optional(alert, 'restriction')
  if (scope === 'Restricted' && !restriction) read.fault('missing', 'restriction')
  if (scope === 'Private' && !optional(alert, 'addresses')) read.fault('missing', 'addresses')
  const message = {
    version,
    identifier: read.name(alert, 'identifier'),
    sender: read.name(alert, 'sender'),
    sent: read.time(alert, 'sent', '') ?? '',
    status: read.oneOf(alert, 'status', capStatuses)!,
    kind: kind!,
    scope: scope!,
    restriction,
    note: optional(alert, 'note'),
    references,
    signed: alert.children.Signature !== undefined,
    infos: (alert.children.info ?? []).map(info => read.info(info)),
  }
  return read.faults.length > 0 ? { faults: read.faults } : { message }
}

const optional = (element: Element, name: string): string | null => element.children[name]?.[0]?.text || null

/** Collects faults while it reads; what it answers counts only where there are none. */
class Reader {
  readonly faults: CapFault[] = []
  private points = 0

  fault(reason: CapFault['reason'], field: string, value?: string): void {
    this.faults.push(value === undefined ? { reason, field } : { reason, field, value: value.slice(0, 80) })
  }

  has(field: string): boolean {
    return this.faults.some(fault => fault.field === field)
  }

  text(element: Element, name: string, path = ''): string {
    const value = optional(element, name)
    if (value === null) this.fault('missing', path + name)
    return value ?? ''
  }

  /** Identifier and sender: no blanks, commas or restricted characters, since references are made of them. */
  name(element: Element, name: string): string {
    const value = this.text(element, name)
    if (/[\s,<&]/.test(value)) this.fault('not allowed', name, value)
    return value
  }

  oneOf<Value extends string>(element: Element, name: string, values: readonly Value[], path = ''): Value | undefined {
    const value = this.text(element, name, path)
    if (value === '') return undefined
    // CAP 1.0 said so; 1.1 asks readers to take it for Likely.
    const found = values.find(each => each === (value === 'Very Likely' ? 'Likely' : value))
    if (!found) this.fault('not allowed', path + name, value)
    return found
  }

  /** With an offset, as CAP demands; Z is taken too, since many senders write it. */
  time(element: Element, name: string, path: string, required = true): string | null {
    const value = required ? this.text(element, name, path) : (optional(element, name) ?? '')
    if (value === '') return null
    const time = instantOf(value)
    if (!time) this.fault('not a time', path + name, value)
    return time
  }

  references(alert: Element): CapReference[] {
    const own = alert.children.references?.[0]
    if (!own) return []
    if (own.text === '') {
      this.fault('missing', 'references')
      return []
    }
    return own.text.split(/\s+/).flatMap(text => {
      const [sender, identifier, time, ...more] = text.split(',')
      const sent = time === undefined ? null : instantOf(time)
      if (sender && identifier && sent && more.length === 0) return [{ sender, identifier, sent }]
      this.fault('not allowed', 'references', text)
      return []
    })
  }

  info(info: Element): CapInfo {
    const path = 'info.'
    const categories = (info.children.category ?? []).map(each => each.text)
    if (categories.length === 0) this.fault('missing', 'info.category')
    for (const category of categories)
      if (!capCategories.some(each => each === category)) this.fault('not allowed', 'info.category', category)
    return {
      language: optional(info, 'language') ?? 'en-US',
      categories: categories as CapInfo['categories'],
      event: this.text(info, 'event', path),
      eventCodes: pairs(info, 'eventCode'),
      responses: (info.children.responseType ?? []).map(each => each.text),
      urgency: this.oneOf(info, 'urgency', capUrgencies, path)!,
      severity: this.oneOf(info, 'severity', capSeverities, path)!,
      certainty: this.oneOf(info, 'certainty', capCertainties, path)!,
      effective: this.time(info, 'effective', path, false),
      onset: this.time(info, 'onset', path, false),
      expires: this.time(info, 'expires', path, false),
      senderName: optional(info, 'senderName'),
      headline: optional(info, 'headline'),
      description: optional(info, 'description'),
      instruction: optional(info, 'instruction'),
      web: optional(info, 'web'),
      areas: (info.children.area ?? []).map(area => this.area(area)),
    }
  }

  area(area: Element): CapArea {
    return {
      description: this.text(area, 'areaDesc', 'info.area.'),
      polygons: (area.children.polygon ?? []).flatMap(each => this.polygon(each.text)),
      circles: (area.children.circle ?? []).flatMap(each => this.circle(each.text)),
      geocodes: pairs(area, 'geocode'),
    }
  }

  polygon(text: string): Point[][] {
    const places = text.split(/\s+/).map(placeOf)
    this.points += places.length
    if (this.points > mostPoints) {
      this.fault('not allowed', 'info.area.polygon', `${this.points}`)
      return []
    }
    const whole = places.every(place => place !== null)
    const [first] = places
    const last = places.at(-1)
    const closed = first?.latitude === last?.latitude && first?.longitude === last?.longitude
    if (whole && places.length >= 4 && closed) return [places as Point[]]
    this.fault('not a place', 'info.area.polygon', text)
    return []
  }

  circle(text: string): CapArea['circles'] {
    const [where, radius, ...more] = text.split(/\s+/)
    const centre = placeOf(where ?? '')
    const radiusKm = radius && /^\d+(\.\d+)?$/.test(radius) ? Number(radius) : Number.NaN
    if (centre && Number.isFinite(radiusKm) && more.length === 0) return [{ centre, radiusKm }]
    this.fault('not a place', 'info.area.circle', text)
    return []
  }
}

function placeOf(text: string): Point | null {
  const match = /^([+-]?\d+(?:\.\d+)?),([+-]?\d+(?:\.\d+)?)$/.exec(text)
  if (!match) return null
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

const pairs = (element: Element, name: string): { name: string; value: string }[] =>
  (element.children[name] ?? []).map(each => ({
    name: optional(each, 'valueName') ?? '',
    value: optional(each, 'value') ?? '',
  }))

function instantOf(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
