/** 10 to the power of 0…15: every one exact as a double. */
const powers = Array.from({ length: 16 }, (_, power) => 10 ** power)

/** Digits that always fit a double's 53 bits. */
const safeDigits = 15

let units = 0
let scale = 0

/** Reads "-12.50" into `units` and `scale` (-1250 and 2) without making an object; false where a double cannot hold it. */
function readUnits(text: string): boolean {
  const length = text.length
  let at = 0
  const negative = text.charCodeAt(0) === 45
  if (negative || text.charCodeAt(0) === 43) at = 1
  if (length - at > safeDigits + 1) return false
  units = 0
  scale = 0
  let point = -1
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46) {
      if (point >= 0) throw new SyntaxError(`"${text}" is not a decimal`)
      point = at
    } else if (code >= 48 && code <= 57) units = units * 10 + (code - 48)
    else throw new SyntaxError(`"${text}" is not a decimal`)
  }
  if (point >= 0) scale = length - point - 1
  if (negative) units = -units
  return units <= Number.MAX_SAFE_INTEGER && units >= -Number.MAX_SAFE_INTEGER
}

function readLargeUnits(text: string): { units: bigint; scale: number } {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match) throw new SyntaxError(`"${text}" is not a decimal`)
  const [, sign, whole = '', fraction = ''] = match
  const magnitude = BigInt(`${whole}${fraction}` || '0')
  return { units: sign === '-' ? -magnitude : magnitude, scale: fraction.length }
}

/**
 * Exact sum of decimal strings. Counts whole units of 10^-scale in a double as long as that is exact (a million
 * lines a second and more), and in a BigInt from there on. No rounding at any size.
 */
export class ExactSum {
  private units = 0
  private scale = 0
  private large: bigint | null = null

  add(text: string): void {
    if (this.large === null && readUnits(text)) {
      const finer = scale - this.scale
      if (finer === 0) {
        const sum = this.units + units
        if (Number.isSafeInteger(sum)) {
          this.units = sum
          return
        }
      } else if (finer <= safeDigits && -finer <= safeDigits) {
        const own = finer > 0 ? this.units * powers[finer]! : this.units
        const sum = own + (finer < 0 ? units * powers[-finer]! : units)
        if (Number.isSafeInteger(own) && Number.isSafeInteger(sum) && Number.isSafeInteger(sum - own)) {
          this.units = sum
          this.scale = Math.max(this.scale, scale)
          return
        }
      }
    }
    this.addLarge(text)
  }

  private addLarge(text: string): void {
    const other = readLargeUnits(text)
    const finest = Math.max(this.scale, other.scale)
    const own = (this.large ?? BigInt(this.units)) * 10n ** BigInt(finest - this.scale)
    this.large = own + other.units * 10n ** BigInt(finest - other.scale)
    this.scale = finest
  }

  /** The sum as a decimal string, with as many decimals as its finest addend. */
  toString(): string {
    const { units, scale, large } = this
    const negative = large === null ? units < 0 : large < 0n
    let digits = large === null ? String(negative ? -units : units) : String(negative ? -large : large)
    if (scale > 0) {
      digits = digits.padStart(scale + 1, '0')
      digits = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
    }
    return negative ? `-${digits}` : digits
  }

  clear(): void {
    this.units = 0
    this.scale = 0
    this.large = null
  }
}
