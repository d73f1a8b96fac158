/*
Exact arithmetic on decimal text ("-12.50"). Integers below 2^53 are exact in a double, so most products need no
BigInt; the text is taken apart rather than parsed as a fraction.
*/

type Scaled = { digits: string; scale: number; negative: boolean }

function takeApart(text: string): Scaled {
  const negative = text.charCodeAt(0) === 45
  const bare = negative ? text.slice(1) : text
  const point = bare.indexOf('.')
  if (point < 0) return { digits: bare, scale: 0, negative }
  return { digits: bare.slice(0, point) + bare.slice(point + 1), scale: bare.length - point - 1, negative }
}

function put(digits: string, scale: number, negative: boolean): string {
  let text = digits
  if (scale > 0) {
    text = text.length > scale ? text : text.padStart(scale + 1, '0')
    text = `${text.slice(0, -scale)}.${text.slice(-scale)}`
  }
  return negative && /[1-9]/.test(text) ? `-${text}` : text
}

export function multiply(one: string, other: string): string {
  const a = takeApart(one)
  const b = takeApart(other)
  const quick = Number(a.digits) * Number(b.digits)
  const product = Number.isSafeInteger(quick) ? String(quick) : String(BigInt(a.digits) * BigInt(b.digits))
  return put(product, a.scale + b.scale, a.negative !== b.negative)
}

export function add(one: string, other: string): string {
  const a = takeApart(one)
  const b = takeApart(other)
  const scale = Math.max(a.scale, b.scale)
  const wide = (each: Scaled) => each.digits + '0'.repeat(scale - each.scale)
  const [left, right] = [wide(a), wide(b)]
  if (scale + left.length < 15 && right.length < 15) {
    const sum = (a.negative ? -1 : 1) * Number(left) + (b.negative ? -1 : 1) * Number(right)
    return put(String(Math.abs(sum)), scale, sum < 0)
  }
  const sum = (a.negative ? -1n : 1n) * BigInt(left) + (b.negative ? -1n : 1n) * BigInt(right)
  return put(String(sum < 0n ? -sum : sum), scale, sum < 0n)
}

export function negate(text: string): string {
  return text.charCodeAt(0) === 45 ? text.slice(1) : put(takeApart(text).digits, takeApart(text).scale, true)
}

export function subtract(one: string, other: string): string {
  return add(one, negate(other))
}

/** A percentage as a share: "12.5" → "0.125". */
export function hundredth(text: string): string {
  return multiply(text, '0.01')
}

/** Digits behind the point: the last place given. */
export function places(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

export function isZero(text: string): boolean {
  return !/[1-9]/.test(text)
}

/** Below zero: "-0.00" is not. */
export function isNegative(text: string): boolean {
  return text.charCodeAt(0) === 45 && !isZero(text)
}
