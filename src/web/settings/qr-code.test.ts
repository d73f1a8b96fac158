import { expect, test } from 'vitest'
import { qrCode } from './qr-code.ts'

/** Read back by an independent decoder (jsQR 1.4) when this was written, as were texts of 1 to 285 bytes. */
const readable = [
  '#######..#.##.#######',
  '#.....#.#.##..#.....#',
  '#.###.#.##.#..#.###.#',
  '#.###.#.#.##..#.###.#',
  '#.###.#..#..#.#.###.#',
  '#.....#...##..#.....#',
  '#######.#.#.#.#######',
  '........##...........',
  '#.....#.#.##.##..###.',
  '#..##......###.###..#',
  '..#.###..##.#.##.....',
  '.#.#.#.##..#####.#.#.',
  '##.#..####.##########',
  '........##..#.....#.#',
  '#######..###.#..####.',
  '#.....#...#...#...###',
  '#.###.#..###.#..###..',
  '#.###.#..#.#####.#...',
  '#.###.#..#.###.###.##',
  '#.....#...######.#...',
  '#######.#.#.#..#..##.',
]

test('a short text is the code that other readers understand', () => {
  expect(qrCode('a').map(row => row.map(dark => (dark ? '#' : '.')).join(''))).toEqual(readable)
})

test('the code grows with the text by whole versions', () => {
  expect(qrCode('x'.repeat(14)).length).toBe(21)
  expect(qrCode('x'.repeat(15)).length).toBe(25)
  expect(qrCode('x'.repeat(287)).length).toBe(65)
})

test('more than 287 bytes is refused rather than cut', () => {
  expect(() => qrCode('x'.repeat(288))).toThrow(RangeError)
})
