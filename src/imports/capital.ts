/** A word of fields.ts or reasons.ts at the beginning of a line: "account code" → "Account code". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
