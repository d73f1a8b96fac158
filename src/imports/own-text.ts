/**
 * A copy that does not share memory with the text it was cut from: a code kept for long would otherwise keep the
 * whole piece of the file it stood in.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : text.split('').join('')
}
