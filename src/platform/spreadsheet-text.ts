/**
 * Text that a spreadsheet would take for a formula, made plain by an apostrophe before it: it begins with = + - @ or
 * a tab (or a return, which Excel skips). Only for text: a negative amount is a number and stays one.
 */
export function spreadsheetText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
