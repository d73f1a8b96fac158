import { inLanguage } from '../platform/language.ts'
import type { TimelineSource } from '../platform/timeline-source.server.ts'
import { tierChangesBelow } from './standings.store.ts'
import { tierName, tierOf } from './tier.ts'

const kind = 'identify.tier'

/** Tiers that changed at a confirmed review, by the day it was confirmed for. */
export default {
  kinds: {
    [kind]: {
      title: inLanguage('Tier', '等级'),
      sentence: ({ values }, { language }) => {
        const [before, now] = [values.before, values.now].map(code =>
          code === null ? null : tierName(tierOf(Number(code)), language),
        )
        const points = Number(values.points) / 100
        if (language === 'zh-Hans') {
          return before ? `${before} → ${now}，${points} 分` : `首次评级：${now}，${points} 分`
        }
        return before ? `${before} → ${now} with ${points} points` : `First rated ${now} with ${points} points`
      },
    },
  },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const changes = await tierChangesBelow(db, accountIds, bound, limit)
    return changes.map(({ reviewId, accountId, at, by, before, now, points }) => ({
      kind,
      key: String(reviewId).padStart(12, '0'),
      at,
      wholeDay: true,
      accountId,
      actor: by,
      values: { before, now, points },
      path: `/reviews/${reviewId}`,
    }))
  },
} satisfies TimelineSource
