import { expect, test } from 'vitest'

/** Chinese catalogs as text, by room. */
const catalogs = import.meta.glob<string>('./*/zh-Hans.po', { eager: true, query: '?raw', import: 'default' })

type Entry = { room: string; message: string; translation: string }

function entriesOf(room: string, text: string): Entry[] {
  const quoted = (block: string | undefined) =>
    [...(block ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(match => match[1]).join('')
  return text
    .split(/\n\n+/)
    .filter(block => !block.includes('#~'))
    .map(block => ({
      room,
      message: [quoted(block.match(/^msgctxt .*$/m)?.[0]), quoted(block.match(/^msgid (?:".*"\n)+/m)?.[0])]
        .filter(Boolean)
        .join(' / '),
      translation: quoted(block.match(/^msgstr (?:".*"(?:\n|$))+/m)?.[0]),
    }))
    .filter(entry => entry.message !== '')
}

const entries = Object.entries(catalogs).flatMap(([path, text]) => entriesOf(path.split('/')[1]!, text))

test('every sentence of the web app has its Chinese', () => {
  expect(entries.length).toBeGreaterThan(200)
  expect(entries.filter(entry => entry.translation === '').map(entry => `${entry.room}: ${entry.message}`)).toEqual([])
})

test('no two rooms translate the same words differently: where they must, the words carry a context', () => {
  const byMessage = new Map<string, Entry>()
  const quarrels: string[] = []
  for (const entry of entries) {
    const other = byMessage.get(entry.message)
    if (other && other.translation !== entry.translation) {
      quarrels.push(`${entry.message}: ${other.room} “${other.translation}”, ${entry.room} “${entry.translation}”`)
    }
    byMessage.set(entry.message, entry)
  }
  expect(quarrels).toEqual([])
})
