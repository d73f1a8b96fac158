/** Rooms from the ground up: the signals of a room depend on its own data and on those of the rooms below it. */
const order = ['platform', 'accounts', 'products', 'ledger', 'imports', 'identify', 'know', 'engage']

/** More accounts than this are read as all of them. */
const mostAccounts = 2_000

/** What to read again of a source: everything, or what concerns these accounts. */
export type Scope = 'everything' | readonly number[]

/**
 * What to read again of each source (by the path of its file, whose first folder is its room) after changes: a change in a
 * room concerns that room's sources and those above it; one without an account concerns all of theirs. Sources that nothing
 * concerns are left out.
 */
export function scopesOf(
  paths: readonly string[],
  touched: readonly { accountId: number | null; room: string }[],
): Map<string, Scope> {
  const scopes = new Map<string, Scope>()
  for (const path of paths) {
    const height = heightOf(path.split('/')[0]!, Number.POSITIVE_INFINITY)
    const below = touched.filter(({ room }) => heightOf(room, 0) <= height)
    if (below.length === 0) continue
    const accounts = new Set(below.map(({ accountId }) => accountId))
    const everything = accounts.has(null) || accounts.size > mostAccounts
    scopes.set(path, everything ? 'everything' : ([...accounts] as number[]))
  }
  return scopes
}

/** A room that nobody placed here is read after every change, and its changes concern every source. */
const heightOf = (room: string, otherwise: number): number => {
  const height = order.indexOf(room)
  return height < 0 ? otherwise : height
}
