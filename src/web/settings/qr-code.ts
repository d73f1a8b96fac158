/**
 * QR codes (ISO/IEC 18004) in byte mode at error correction level M, versions 1 to 12: up to 287 bytes, enough for the
 * address that an authenticator app scans. Answers rows of dark (true) and light modules, without the quiet zone.
 */
export function qrCode(text: string): boolean[][] {
  const bytes = [...new TextEncoder().encode(text)]
  const version = versions.findIndex((_, index) => index > 0 && bytes.length <= capacityOf(index))
  if (version < 0)
    throw new RangeError(`A QR code of this size holds at most ${capacityOf(versions.length - 1)} bytes.`)
  const words = withCorrection(dataWords(bytes, version), version)
  let best: boolean[][] | null = null
  let least = Number.POSITIVE_INFINITY
  for (let mask = 0; mask < 8; mask++) {
    const drawn = draw(words, version, mask)
    const penalty = penaltyOf(drawn)
    if (penalty < least) [best, least] = [drawn, penalty]
  }
  return best!
}

/** By version at level M: all code words, correction words a block, blocks, centres of the alignment patterns. */
const versions: [total: number, correction: number, blocks: number, centres: number[]][] = [
  [0, 0, 0, []],
  [26, 10, 1, []],
  [44, 16, 1, [6, 18]],
  [70, 26, 1, [6, 22]],
  [100, 18, 2, [6, 26]],
  [134, 24, 2, [6, 30]],
  [172, 16, 4, [6, 34]],
  [196, 18, 4, [6, 22, 38]],
  [242, 22, 4, [6, 24, 42]],
  [292, 22, 5, [6, 26, 46]],
  [346, 26, 5, [6, 28, 50]],
  [404, 30, 5, [6, 30, 54]],
  [466, 22, 8, [6, 32, 58]],
]

function dataLength(version: number): number {
  const [total, correction, blocks] = versions[version]!
  return total - correction * blocks
}

/** Bytes of text: mode takes 4 bits, their number 8 bits (16 from version 10). */
function capacityOf(version: number): number {
  return dataLength(version) - (version < 10 ? 2 : 3)
}

function dataWords(bytes: number[], version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  const length = dataLength(version)
  push(0, Math.min(4, length * 8 - bits.length))
  while (bits.length % 8 > 0) bits.push(0)
  const words = Array.from({ length: bits.length / 8 }, (_, word) =>
    bits.slice(word * 8, word * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
  for (let pad = 0xec; words.length < length; pad ^= 0xec ^ 0x11) words.push(pad)
  return words
}

/** Multiplication in GF(256) with the polynomial 0x11d. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product & 0xff
}

function generator(degree: number): number[] {
  const result = [...new Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let step = 0; step < degree; step++) {
    for (let index = 0; index < degree; index++) {
      result[index] = times(result[index]!, root) ^ (result[index + 1] ?? 0)
    }
    root = times(root, 2)
  }
  return result
}

function remainder(data: number[], divisor: number[]): number[] {
  const rest = divisor.map(() => 0)
  for (const word of data) {
    const factor = word ^ rest.shift()!
    rest.push(0)
    divisor.forEach((coefficient, index) => {
      rest[index]! ^= times(coefficient, factor)
    })
  }
  return rest
}

/** Splits into blocks (the first ones shorter by one), adds Reed-Solomon words, interleaves. */
function withCorrection(data: number[], version: number): number[] {
  const [, correction, blocks] = versions[version]!
  const divisor = generator(correction)
  const short = Math.floor(data.length / blocks)
  const shortBlocks = blocks - (data.length % blocks)
  const parts: { words: number[]; correction: number[] }[] = []
  let at = 0
  for (let block = 0; block < blocks; block++) {
    const words = data.slice(at, at + short + (block < shortBlocks ? 0 : 1))
    at += words.length
    parts.push({ words, correction: remainder(words, divisor) })
  }
  const result: number[] = []
  for (let index = 0; index <= short; index++) {
    for (const part of parts) if (index < part.words.length) result.push(part.words[index]!)
  }
  for (let index = 0; index < correction; index++) for (const part of parts) result.push(part.correction[index]!)
  return result
}

function draw(words: number[], version: number, mask: number): boolean[][] {
  const size = version * 4 + 17
  const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  const fixed = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  const set = (x: number, y: number, value: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return
    dark[y]![x] = value
    fixed[y]![x] = true
  }
  for (let index = 0; index < size; index++) {
    set(6, index, index % 2 === 0)
    set(index, 6, index % 2 === 0)
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4)
      }
    }
  }
  drawAlignment(versions[version]![3], size, set)
  drawFormat(mask, size, set)
  if (version >= 7) drawVersion(version, size, set)
  placeWords(words, size, fixed, (x, y, bit) => {
    dark[y]![x] = bit !== masks[mask]!(x, y)
  })
  return dark
}

type Set = (x: number, y: number, value: boolean) => void

function drawAlignment(centres: number[], size: number, set: Set): void {
  for (const cx of centres) {
    for (const cy of centres) {
      const corner = (cx === 6 && cy === 6) || (cx === 6 && cy === size - 7) || (cx === size - 7 && cy === 6)
      if (corner) continue
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
      }
    }
  }
}

/** Level M is 00; ten bits of BCH code, twice, and the one module that is always dark. */
function drawFormat(mask: number, size: number, set: Set): void {
  let rest = mask
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (index: number) => ((bits >>> index) & 1) === 1
  for (let index = 0; index <= 5; index++) set(8, index, bit(index))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let index = 9; index < 15; index++) set(14 - index, 8, bit(index))
  for (let index = 0; index < 8; index++) set(size - 1 - index, 8, bit(index))
  for (let index = 8; index < 15; index++) set(8, size - 15 + index, bit(index))
  set(8, size - 8, true)
}

function drawVersion(version: number, size: number, set: Set): void {
  let rest = version
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let index = 0; index < 18; index++) {
    const value = ((bits >>> index) & 1) === 1
    const [a, b] = [size - 11 + (index % 3), Math.floor(index / 3)]
    set(a, b, value)
    set(b, a, value)
  }
}

/** Two columns at a time, from the right, up and down in turn; column 6 belongs to the timing pattern. */
function placeWords(words: number[], size: number, fixed: boolean[][], put: Set): void {
  let index = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      for (let column = 0; column < 2; column++) {
        const x = right - column
        const up = ((right + 1) & 2) === 0
        const y = up ? size - 1 - step : step
        if (fixed[y]![x]) continue
        const bit = index < words.length * 8 && ((words[index >>> 3]! >>> (7 - (index & 7))) & 1) === 1
        put(x, y, bit)
        index += 1
      }
    }
  }
}

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  x => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** What makes a code hard to read: long runs, blocks, look-alikes of the finder, imbalance of dark and light. */
function penaltyOf(dark: boolean[][]): number {
  const size = dark.length
  let penalty = 0
  const columns = dark.map((_, x) => dark.map(row => row[x]!))
  for (const line of [...dark, ...columns]) {
    const text = line.map(value => (value ? '1' : '0')).join('')
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2
    penalty += (text.match(/(?=10111010000|00001011101)/g) ?? []).length * 40
  }
  let count = 0
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const value = dark[y]![x]
      if (value) count += 1
      const next = dark[y + 1]
      if (next && x + 1 < size && dark[y]![x + 1] === value && next[x] === value && next[x + 1] === value) penalty += 3
    }
  }
  return penalty + Math.floor(Math.abs((count * 20) / (size * size) - 10)) * 10
}
