/**
 * The parent that the survivor must have so that no ring comes of a merge; undefined where anyone may choose.
 * Where the survivor stood below the other, it takes the other's place; where the other stood below it, it keeps its own.
 * `above…`: ids of all companies above, nearest first.
 */
export function parentAfterMerge(
  survivor: { id: number; parentId: number | null; above: readonly number[] },
  loser: { id: number; parentId: number | null; above: readonly number[] },
): { parentId: number | null } | undefined {
  if (survivor.above.includes(loser.id)) return { parentId: loser.parentId }
  if (loser.above.includes(survivor.id)) return { parentId: survivor.parentId }
  return undefined
}
