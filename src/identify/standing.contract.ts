import { oc } from '@orpc/contract'
import { z } from 'zod'
import { judgedMeasureKeys } from './measures.ts'
import {
  accountBriefSchema,
  daySchema,
  earnedTierSchema,
  explainedSchema,
  guardFindingSchema,
  idSchema,
  measureSchema,
  reasonSchema,
  tags,
  tierSchema,
} from './shapes.contract.ts'
import { valueTypes } from './value-type.ts'

const id = z.object({ id: idSchema })
const reason = z.string().trim().min(1).max(2000)

const invitationSchema = z.object({
  id: z.number(),
  reason: z.string(),
  inviter: z.string(),
  from: z.string(),
  until: z.string(),
  endedOn: z.string().nullable(),
})
const overrideSchema = z.object({
  id: z.number(),
  tier: earnedTierSchema,
  reason: z.string(),
  author: z.string(),
  from: z.string(),
  until: z.string(),
  endedOn: z.string().nullable(),
})
const judgementSchema = z.object({
  id: z.number(),
  measure: z.enum(judgedMeasureKeys),
  value: z.number(),
  note: z.string().nullable(),
  judgedOn: z.string(),
  author: z.string(),
})

export const accountStandingSchema = z.object({
  account: accountBriefSchema,
  asOf: z.string(),
  window: z.object({ from: z.string(), to: z.string() }),
  review: z.object({
    id: z.number(),
    state: z.enum(['provisional', 'confirmed']),
    asOf: z.string(),
    policyVersion: z.number(),
    policyName: z.string(),
  }),
  tier: tierSchema,
  previousTier: tierSchema.nullable(),
  earned: earnedTierSchema,
  reason: reasonSchema,
  reasonWords: z.string(),
  explained: explainedSchema.describe('By the policy in force on today’s figures'),
  atReview: explainedSchema.nullable().describe('How the confirmed review came to its points; null while provisional'),
  sentences: z.object({ criteria: z.array(z.string()), gates: z.array(z.string()), next: z.string().nullable() }),
  measures: z.array(
    z.object({
      measure: measureSchema,
      value: z.string().nullable(),
      unknown: z.string().nullable().describe('Why it is unknown, as a sentence'),
    }),
  ),
  guards: z.array(guardFindingSchema),
  valueType: z.object({
    decided: z.enum(valueTypes).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    reason: z.string().nullable(),
    suggested: z.enum(valueTypes).nullable(),
    reasons: z.array(z.string()),
    play: z.string().nullable().describe('The play that fits the decided type, or the suggested one'),
  }),
  invitation: invitationSchema.nullable(),
  override: overrideSchema.nullable(),
  judgements: z.array(judgementSchema).describe('The latest of each measure'),
  mayJudge: z.boolean(),
  mayDecide: z.boolean(),
})

export const standingContract = {
  get: oc
    .route({ method: 'GET', path: '/accounts/{id}/standing', summary: 'Tier, points and their explanation', tags })
    .input(id)
    .output(accountStandingSchema),
  history: oc
    .route({
      method: 'GET',
      path: '/accounts/{id}/standing/history',
      summary: 'Its tier at every confirmed review',
      tags,
    })
    .input(id)
    .output(
      z.object({
        items: z.array(
          z.object({
            reviewId: z.number(),
            asOf: z.string(),
            policyVersion: z.number(),
            tier: tierSchema,
            previousTier: tierSchema.nullable(),
            points: z.number(),
            rank: z.number(),
            reason: reasonSchema,
            reasonWords: z.string(),
          }),
        ),
        invitations: z.array(invitationSchema),
        overrides: z.array(overrideSchema),
        judgements: z.array(judgementSchema),
      }),
    ),
  judge: oc
    .route({ method: 'POST', path: '/accounts/{id}/judgements', summary: 'Enter a judged measure', tags })
    .input(
      id.extend({
        measure: z.enum(judgedMeasureKeys),
        value: z.number().min(0).max(10).multipleOf(0.5),
        note: z.string().trim().max(2000).nullable().default(null),
        judgedOn: daySchema.optional().describe('Today without it'),
      }),
    )
    .output(judgementSchema),
  invite: oc
    .route({ method: 'POST', path: '/accounts/{id}/invitation', summary: 'Invite to the Special tier', tags })
    .input(id.extend({ reason, from: daySchema.optional(), until: daySchema }))
    .output(invitationSchema),
  endInvitation: oc
    .route({ method: 'POST', path: '/accounts/{id}/invitation/end', summary: 'End the invitation today', tags })
    .input(id)
    .output(invitationSchema),
  override: oc
    .route({ method: 'POST', path: '/accounts/{id}/override', summary: 'Set the tier by hand for a time', tags })
    .input(id.extend({ tier: earnedTierSchema, reason, from: daySchema.optional(), until: daySchema }))
    .output(overrideSchema),
  endOverride: oc
    .route({ method: 'POST', path: '/accounts/{id}/override/end', summary: 'End the override today', tags })
    .input(id)
    .output(overrideSchema),
  decideValueType: oc
    .route({ method: 'PUT', path: '/accounts/{id}/value-type', summary: 'Decide the value type', tags })
    .input(
      id.extend({
        valueType: z.enum(valueTypes).nullable().describe('Null takes the decision back'),
        reason: z.string().trim().max(2000).nullable().default(null),
      }),
    )
    .output(z.object({ decided: z.enum(valueTypes).nullable() })),
}
