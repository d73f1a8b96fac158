import type { Element } from './read-xml.ts'

/** Whether a document is a feed (Atom, RSS 2.0 or 1.0) rather than a message. */
export const isFeed = (root: string): boolean => root === 'feed' || root === 'rss' || root === 'RDF'

/**
 * The addresses of the CAP messages that a feed lists, in its order, each once: in Atom the links of type
 * application/cap+xml, or else the alternate ones; in RSS the enclosures or links of the items.
 */
export function messageLinks(root: string, document: Element, base: string): string[] {
  const channel = root === 'rss' ? document.children.channel?.[0] : document
  const entries = list(channel, root === 'feed' ? 'entry' : 'item')
  const links = entries.flatMap(entry => linkOf(entry) ?? [])
  return [...new Set(links.flatMap(link => absolute(link, base) ?? []))]
}

const list = (element: Element | undefined, name: string): Element[] => element?.children[name] ?? []

function linkOf(entry: Element): string | null {
  const links = list(entry, 'link').map(link => ({
    href: link.children['@href']?.[0]?.text ?? link.text,
    rel: link.children['@rel']?.[0]?.text ?? 'alternate',
    type: link.children['@type']?.[0]?.text ?? '',
  }))
  const cap = links.find(link => link.type === 'application/cap+xml' || /\.cap(\?|$)/i.test(link.href))
  const usual = links.find(link => link.rel === 'alternate' && link.href !== '')
  return (cap ?? usual)?.href || null
}

function absolute(link: string, base: string): string | null {
  if (!URL.canParse(link, base)) return null
  const url = new URL(link, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
