/** Where to go after signing in: an address of the app itself, so that no link leads on to a foreign page. */
export function safePath(from: string | undefined): string {
  return from && /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : '/'
}
