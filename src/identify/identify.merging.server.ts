import type { MergingRoom } from '../accounts/merge/merging-room.server.ts'

/**
 * Judgements, invitations, overrides and value types move. A standing says what an account was found to be at a review,
 * with the facts frozen: it keeps its number, so that a confirmed review can be reproduced to the digit; provisional ones
 * are computed anew.
 */
export const identifyMerging: MergingRoom = { tables: { 'identify.standing': 'stays' } }
