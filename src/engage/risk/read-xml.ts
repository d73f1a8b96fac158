import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element: text, and children by name (always lists); of its attributes only those that make links, as '@href'. */
export type Element = { text: string; children: Record<string, Element[]> }

export type XmlReading = { root: string; namespaces: string[]; element: Element } | 'not xml' | 'doctype' | 'encoding'

/** Bytes as text, by byte order mark or the declaration; UTF-8 where neither says more. */
export function decodeXml(bytes: Uint8Array): string | 'encoding' {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = head.match(/^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/)?.[1]
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'encoding'
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  // Entities are never expanded by the parser; the five of XML and character numbers are put back by hand.
  processEntities: false,
  preserveOrder: true,
})

/**
 * Reads a document without ever following it anywhere: one that brings a document type (and with it entities, external
 * files, exponential growth) is refused, whatever it holds. Prefixes are dropped from names.
 */
export function readXml(text: string): XmlReading {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return 'doctype'
  if (XMLValidator.validate(text) !== true) return 'not xml'
  let nodes: Node[]
  try {
    nodes = parser.parse(text) as Node[]
  } catch {
    return 'not xml'
  }
  const root = nodes.find(node => nameOf(node) !== null)
  const name = root && nameOf(root)
  if (!root || !name) return 'not xml'
  const namespaces = Object.entries(root[':@'] ?? {}).flatMap(([key, value]) =>
    /^@xmlns(:|$)/.test(key) ? [value] : [],
  )
  return { root: local(name), namespaces, element: elementOf(root[name] as Node[]) }
}

type Node = { [name: string]: unknown; ':@'?: Record<string, string> }

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const nameOf = (node: Node): string | null =>
  Object.keys(node).find(key => key !== ':@' && key !== '#text' && !key.startsWith('?')) ?? null

function elementOf(nodes: readonly Node[]): Element {
  const element: Element = { text: '', children: {} }
  for (const node of nodes) {
    if (typeof node['#text'] === 'string') element.text += node['#text']
    const name = nameOf(node)
    if (!name) continue
    const child = elementOf(node[name] as Node[])
    for (const name of ['href', 'rel', 'type']) {
      const value = node[':@']?.[`@${name}`]
      if (value !== undefined) child.children[`@${name}`] = [{ text: plain(value), children: {} }]
    }
    // Not a prototype's own name, whatever a document calls its elements.
    const key = local(name)
    if (!Object.hasOwn(element.children, key)) Object.defineProperty(element.children, key, ownList())
    element.children[key]!.push(child)
  }
  element.text = plain(element.text.trim())
  return element
}

const ownList = () => ({ value: [] as Element[], enumerable: true, writable: true, configurable: true })

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
