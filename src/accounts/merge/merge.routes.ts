import type { Db } from '../../platform/database.server.ts'
import type { Language } from '../../platform/language.ts'
import { type ActorContext, everyone, implementing, may } from '../../platform/operation.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AccountField, accountColumns } from '../account.ts'
import { type AccountHistory, readSides, suggestedSurvivor } from './compare-accounts.use.ts'
import { decideDuplicates, proposeDuplicates, scoreNow } from './decide-pair.use.ts'
import {
  countPairs,
  type DuplicatePair,
  findPair,
  findPairOf,
  listPairs,
  type PairSide,
  sidesOf,
} from './duplicate-pairs.store.ts'
import { latestRun } from './duplicate-runs.store.ts'
import { evidenceSentence } from './evidence-words.ts'
import { mergeContract } from './merge.contract.ts'
import { mergeAccounts } from './merge-accounts.use.ts'
import { listMerges, type Merge } from './merges.store.ts'
import type { MergingRoom } from './merging-room.server.ts'
import { cancelSearch, startSearch } from './search-duplicates.use.ts'
import { similarAccounts } from './similar-accounts.use.ts'
import { type RemoveUnused, undoMerge } from './undo-merge.use.ts'

/** What rooms that accounts does not know tell of accounts about to be merged, and do for it. */
export type MergeParts = {
  rooms: readonly MergingRoom[]
  removeUnused: RemoveUnused
  histories: (context: ActorContext, ids: readonly number[]) => Promise<Map<number, AccountHistory>>
  /** Document numbers of one source that both have. */
  sharedDocuments: (db: Db, one: number, other: number) => Promise<number>
}

const operations = implementing(mergeContract)
const deciders = ['administrator', 'head'] as const

export function mergeRoutes({ rooms, removeUnused, histories, sharedDocuments }: MergeParts) {
  return operations.router({
    list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => {
      const { cursor, limit, ...asked } = input
      const rows = await listPairs(context.db, { ...asked, limit, after: readCursor(cursor) })
      const names = await namesOfPeople(context.db)
      const last = rows.at(-1)
      return {
        items: rows.map(({ rank: _, ...pair }) => told(pair, names, context.language)),
        total: await countPairs(context.db, asked),
        nextCursor: last && rows.length === limit ? `${last.rank}|${last.id}` : null,
      }
    }),
    propose: operations.propose.use(may(...deciders, 'manager')).handler(async ({ input, context }) => {
      return readPair(context, await proposeDuplicates(context, input))
    }),
    decide: operations.decide.use(may(...deciders)).handler(async ({ input, context }) => {
      await decideDuplicates(context, input)
      return readPair(context, input.id)
    }),
    compare: operations.compare.use(may(...everyone)).handler(async ({ input: { one, other }, context }) => {
      const scored = await scoreNow(context.db, one, other)
      const compared = await readSides(context.db, [one, other])
      const known = await histories(context, [one, other])
      const sides = compared.sides.map(side => ({ ...side, history: known.get(side.id)! }))
      return {
        pair: await pairAsItIs(context, one, other, scored),
        sides,
        differing: compared.differing,
        parentSettled: compared.parentSettled,
        survivorId: suggestedSurvivor(sides),
        sharedDocuments: await sharedDocuments(context.db, one, other),
        mayMerge: context.actor.role === 'administrator' || context.actor.role === 'head',
      }
    }),
    similar: operations.similar.use(may(...everyone)).handler(async ({ input, context }) => {
      const { name, taxNumber = null, country = null, city = null, address = null } = input
      const found = await similarAccounts(context, { name, taxNumber, country, city, address })
      const names = await namesOfPeople(context.db)
      return {
        items: found.map(({ score, evidence, ...side }) => ({
          ...sideTold(side, names),
          score,
          sentence: evidenceSentence(evidence, context.language),
        })),
      }
    }),
    readSearch: operations.readSearch.use(may(...everyone)).handler(async ({ context }) => {
      const run = await latestRun(context.db)
      if (!run) return { search: null }
      const { actor, askedAt, finishedAt, ...rest } = run
      return {
        search: { ...rest, by: actor, askedAt: askedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
      }
    }),
    startSearch: operations.startSearch.use(may(...deciders)).handler(async ({ context }) => {
      await startSearch(context)
      return { started: true as const }
    }),
    cancelSearch: operations.cancelSearch.use(may(...deciders)).handler(async ({ context }) => {
      await cancelSearch(context)
      return { cancelled: true as const }
    }),
    merge: operations.merge.use(may(...deciders)).handler(async ({ input, context }) => {
      const { id, loserId, version, loserVersion, take } = input
      return mergeTold(
        await mergeAccounts(context, rooms, { survivorId: id, loserId, survivorVersion: version, loserVersion, take }),
      )
    }),
    listMerges: operations.listMerges.use(may(...everyone)).handler(async ({ input, context }) => {
      const { accountId, cursor: before, limit } = input
      const items = await listMerges(context.db, { accountId, before, limit })
      return { items: items.map(mergeTold), nextCursor: items.length === limit ? items.at(-1)!.id : null }
    }),
    undo: operations.undo.use(may(...deciders)).handler(async ({ input, context }) => {
      const { merge, kept } = await undoMerge(context, rooms, removeUnused, input.id)
      return { merge: mergeTold(merge), kept }
    }),
  })
}

type Names = ReadonlyMap<string, string>

const namesOfPeople = async (db: Db): Promise<Names> =>
  new Map((await listPeople(db)).map(({ id, name }) => [id, name]))

const sideTold = ({ ownerId, ...side }: PairSide, names: Names) => ({
  ...side,
  owner: ownerId === null ? null : (names.get(ownerId) ?? ownerId),
})

function told({ one, other, ...pair }: DuplicatePair, names: Names, language: Language) {
  return {
    ...pair,
    decidedAt: pair.decidedAt === null ? null : new Date(pair.decidedAt).toISOString(),
    one: sideTold(one, names),
    other: sideTold(other, names),
    sentence: evidenceSentence(pair.evidence, language),
  }
}

async function readPair({ db, language }: Pick<ActorContext, 'db' | 'language'>, id: number) {
  const pair = await findPair(db, id)
  if (!pair) throw new Refusal('duplicate_pair_unknown', { id })
  return told(pair, await namesOfPeople(db), language)
}

/** The recorded pair with the evidence of this moment; one that nobody has recorded has the number 0. */
async function pairAsItIs(
  { db, language }: Pick<ActorContext, 'db' | 'language'>,
  one: number,
  other: number,
  scored: Pick<DuplicatePair, 'score' | 'evidence'>,
) {
  const sides = await sidesOf(db, [one, other])
  const recorded = await findPairOf(db, one, other)
  const unrecorded = { id: 0, state: 'open' as const, reason: null, decidedBy: null, decidedAt: null }
  const pair = { ...unrecorded, ...recorded, ...scored, one: sides.get(one)!, other: sides.get(other)! }
  return told(pair, await namesOfPeople(db), language)
}

const fieldOf = new Map(
  Object.entries(accountColumns).map(([field, column]) => [column as string, field as AccountField]),
)

function mergeTold({ claimId: _, actor, mergedAt, undoneAt, taken, ...merge }: Merge) {
  return {
    ...merge,
    taken: Object.keys(taken).map(column => fieldOf.get(column)!),
    by: actor,
    mergedAt: mergedAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }
}

function readCursor(cursor: string | undefined): { rank: number; id: number } | null {
  const [rank, id] = (cursor ?? '').split('|').map(Number)
  return rank !== undefined && id !== undefined && Number.isFinite(rank) && Number.isSafeInteger(id) && id > 0
    ? { rank, id }
    : null
}
