import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

/** Every page of documentation with its text, by its path in the repository. */
const pages = new Map<string, string>()
/** Links that lead within the repository. */
let links: { from: string; to: string; heading: string | undefined }[] = []

beforeAll(async () => {
  const inRoot = (await readdir('.')).filter(name => name.endsWith('.md'))
  const inDocs = (await readdir('docs', { recursive: true })).filter(name => name.endsWith('.md'))
  for (const path of [...inRoot, ...inDocs.map(name => join('docs', name))])
    pages.set(path, await readFile(path, 'utf8'))
  links = [...pages].flatMap(([from, text]) =>
    [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(match => match[1]!)
      .filter(target => !/^[a-z][a-z+.-]*:/i.test(target))
      .map(target => {
        const [path, heading] = target.split('#') as [string, string | undefined]
        return { from, to: path === '' ? from : normalize(join(dirname(from), decodeURIComponent(path))), heading }
      }),
  )
})

/** What stands in code is shown, not followed. */
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

/** Headings as GitHub makes anchors of them. */
function anchorsOf(text: string): string[] {
  return [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(match =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}

test('every relative link leads to a file that exists', () => {
  expect(links.length).toBeGreaterThan(20)
  const broken = links.filter(link => !existsSync(link.to))
  expect(broken.map(link => `${link.from} → ${link.to}`)).toEqual([])
})

test('every link to a heading leads to one that stands there', () => {
  const broken = links.filter(
    link => link.heading && pages.has(link.to) && !anchorsOf(pages.get(link.to)!).includes(link.heading),
  )
  expect(broken.map(link => `${link.from} → ${link.to}#${link.heading}`)).toEqual([])
})

test('every page of the user’s guide is there in both languages and named in both tables of contents', () => {
  const english = [...pages.keys()].filter(path => /^docs[\\/]guide[\\/][^.]+\.md$/.test(path))
  expect(english.length).toBeGreaterThan(5)
  const missing = english.filter(path => !pages.has(path.replace(/\.md$/, '.zh-Hans.md')))
  expect(missing).toEqual([])
  const named = new Set(links.filter(link => /README(\.zh-Hans)?\.md$/.test(link.from)).map(link => link.to))
  const unnamed = [...pages.keys()].filter(path => /^docs[\\/]guide/.test(path) && !named.has(path))
  expect(unnamed).toEqual([])
})
