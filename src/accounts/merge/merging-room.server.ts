import type { Db } from '../../platform/database.server.ts'

/**
 * How a table that names accounts behaves when one is merged into another. Whatever is not named here moves row by row,
 * noted by its primary key, and what the survivor's own rows leave no place for stays behind with the merged account.
 * - `own way`: the room moves it by `move` and `moveBack`;
 * - `stays`: says what was true of the account then (a confirmed review), so it keeps the account's number;
 * - `passing`: work in progress, empty or computed anew between two transactions.
 */
export type MergingTable = 'own way' | 'stays' | 'passing'

/** What a room says of its own tables in a file `….merging.server.ts`, wired in src/merging-rooms.ts. */
export type MergingRoom = {
  tables: Record<string, MergingTable>
  /** Taken before any account's row, in the order of the rooms, as everybody who takes both does. */
  lock?: (db: Db) => Promise<void>
  /** Gives everything of `from` to `to`; returns what moved, counted by kind. */
  move?: (db: Db, from: number, to: number) => Promise<Record<string, number>>
  /** Gives back from `from` to `to` what came under the codes of `origins`: `to` itself and what was merged into it. */
  moveBack?: (db: Db, from: number, to: number, origins: readonly number[]) => Promise<void>
}
