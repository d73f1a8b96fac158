/** A cursor names the last row of a page by its order: two values with a bar between. */
export const cursorOf = (first: string, second: number): string => `${first}|${second}`

/** Null for the first page, and for a cursor that no list has made. */
export function readCursor(cursor: string | undefined, shape: RegExp): { first: string; second: number } | null {
  const [first = '', second = ''] = cursor?.split('|') ?? []
  return shape.test(first) && /^\d{1,15}$/.test(second) ? { first, second: Number(second) } : null
}

export const dayShape = /^\d{4}-\d{2}-\d{2}$/
export const amountShape = /^-?\d+(\.\d+)?$/
