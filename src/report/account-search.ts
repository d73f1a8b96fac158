import { type WindowChoice, windowFromSearch } from '../web/input/window.ts'

/** What the URL of an account holds on every one of its tabs: the window. */
export function accountSearch(search: Record<string, unknown>): WindowChoice {
  return windowFromSearch(search)
}
