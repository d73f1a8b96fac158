/** A person of ours named in a note's Markdown: [@Lin Zhiyuan](person:id). */
const mention = /\[@([^\]]+)\]\(person:([\w-]+)\)/g

/** Ids of the people whom a note mentions, each once. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].map(match => match[2]!))]
}

/** The note as one reads it in a line: mentions as names, no Markdown signs, at most `length` characters. */
export function noteInALine(text: string, length = 140): string {
  const plain = text
    .replace(mention, '@$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|[-*+]|\d+\.|>)\s+/gm, '')
    .replace(/[*_`~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).trimEnd()}…`
}

/** At most this many characters; a report is written elsewhere. */
export const longestNote = 20_000
export const mostFilesOfNote = 10
