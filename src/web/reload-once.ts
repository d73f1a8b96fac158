const memory = 'vitalfew.reloaded'
/** A second failure within this time (milliseconds) is not a new version: the error is shown instead. */
const quiet = 60_000

/**
 * After an upgrade an open page asks for code that the server no longer has. It is loaded anew, once, so that nobody
 * meets a broken page; the URL holds the state.
 */
export function reloadWhenCodeIsGone(): void {
  window.addEventListener('vite:preloadError', event => {
    const last = Number(sessionStorage.getItem(memory) ?? 0)
    if (Date.now() - last < quiet) return
    event.preventDefault()
    sessionStorage.setItem(memory, String(Date.now()))
    window.location.reload()
  })
}
