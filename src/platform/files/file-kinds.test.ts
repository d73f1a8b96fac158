import { expect, test } from 'vitest'
import { cleanFileName, isShown, judgeFile } from './file-kinds.ts'

test.each([
  ['offer.pdf', 'application/pdf', false, { taken: true, mediaType: 'application/pdf' }],
  ['Shelf.JPEG', 'image/jpeg', false, { taken: true, mediaType: 'image/jpeg' }],
  ['notes.txt', null, true, { taken: true, mediaType: 'text/plain' }],
  ['page.html', null, true, { taken: false, reason: 'ending not allowed' }],
  ['logo.svg', 'application/xml', true, { taken: false, reason: 'ending not allowed' }],
  ['photo.png', null, true, { taken: false, reason: 'content does not match' }],
  ['photo.png', 'image/jpeg', false, { taken: false, reason: 'content does not match' }],
  ['letter.txt', 'application/pdf', false, { taken: false, reason: 'content does not match' }],
  ['letter.txt', null, false, { taken: false, reason: 'content does not match' }],
  ['noending', 'application/pdf', false, { taken: false, reason: 'ending not allowed' }],
])('%s with content %s is judged by both', (name, sniffed, isText, verdict) => {
  expect(judgeFile(name, sniffed, isText)).toEqual(verdict)
})

test('a name keeps its letters and loses its folders and tricks', () => {
  expect(cleanFileName('C:\\Users\\me\\报价单 2026.pdf')).toBe('报价单 2026.pdf')
  expect(cleanFileName('../../etc/passwd')).toBe('passwd')
  expect(cleanFileName('cod\u202efdp.exe')).toBe('codfdp.exe')
  expect(cleanFileName(`${'长'.repeat(200)}.pdf`)).toBe(`${'长'.repeat(146)}.pdf`)
})

test('only pictures are shown in place', () => {
  expect([isShown('image/png'), isShown('application/pdf'), isShown('text/plain')]).toEqual([true, false, false])
})
