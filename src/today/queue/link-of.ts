/** A room's path may carry search params: the router wants them apart. */
export function linkOf(path: string): { to: string; search?: Record<string, string> } {
  const [to, search] = path.split('?')
  return search ? { to: to!, search: Object.fromEntries(new URLSearchParams(search)) } : { to: path }
}
