import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { type Feed, listFeeds } from './feeds.store.ts'
import { addFeed, editFeed, removeFeed } from './feeds.use.ts'
import { giveAdvice, recordOutcome, withdrawAdvice } from './give-advice.use.ts'
import { readAlert, readAlerts, replayStorm, tellAdvice } from './read-alerts.use.ts'
import { riskContract } from './risk.contract.ts'
import { takeFile } from './take-file.use.ts'
import { takeStorm } from './take-storm.use.ts'

const operations = implementing(riskContract)
const takers = ['administrator', 'head', 'back office'] as const
const advisers = ['administrator', 'head', 'manager', 'back office'] as const

const toldFeed = ({ lastReadAt, ...feed }: Feed) => ({ ...feed, lastReadAt: lastReadAt?.toISOString() ?? null })

export const riskRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readAlerts(context, input)),
  get: operations.get.use(may(...everyone)).handler(({ input, context }) => readAlert(context, input.id)),
  replay: operations.replay
    .use(may(...everyone))
    .handler(({ input, context }) => replayStorm(context, input.id, input.at)),
  take: operations.take.use(may(...takers)).handler(({ input: { text, content }, context }) => {
    return takeFile(context, text === undefined ? Buffer.from(content!, 'base64') : new TextEncoder().encode(text))
  }),
  track: operations.track.use(may(...takers)).handler(({ input: { key, name, fixes, forecast }, context }) =>
    context.db.transaction().execute(async db => {
      const hour = ({ at, ...point }: { at: string; latitude: number; longitude: number; wind: number | null }) => ({
        ...point,
        at: Date.parse(at),
      })
      const advisory = forecast && {
        issuedAt: Date.parse(forecast.issuedAt),
        points: forecast.points.map(point => ({ ...hour(point), radiusKm: point.radiusKm })),
      }
      const storm = { key, name, fixes: fixes.map(fix => ({ ...hour(fix), pressure: fix.pressure })) }
      return { items: [await takeStorm({ ...context, db }, storm, advisory ?? null)], setAside: [] }
    }),
  ),
  advise: operations.advise.use(may(...advisers)).handler(async ({ input: { id, ...said }, context }) => ({
    items: await tellAdvice(context.db, await giveAdvice(context, id, said)),
  })),
  outcome: operations.outcome.use(may(...advisers)).handler(async ({ input: { id, version, ...outcome }, context }) => {
    const [told] = await tellAdvice(context.db, [await recordOutcome(context, id, version, outcome)])
    return told!
  }),
  withdrawAdvice: operations.withdrawAdvice.use(may(...advisers)).handler(async ({ input, context }) => {
    await withdrawAdvice(context, input.id)
    return { removed: true as const }
  }),
  feeds: operations.feeds
    .use(may('administrator'))
    .handler(async ({ context }) => ({ items: (await listFeeds(context.db)).map(toldFeed) })),
  addFeed: operations.addFeed
    .use(may('administrator'))
    .handler(async ({ input, context }) => toldFeed(await addFeed(context, input))),
  editFeed: operations.editFeed
    .use(may('administrator'))
    .handler(async ({ input: { id, version, ...edit }, context }) =>
      toldFeed(await editFeed(context, id, version, edit)),
    ),
  removeFeed: operations.removeFeed.use(may('administrator')).handler(async ({ input, context }) => {
    await removeFeed(context, input.id)
    return { removed: true as const }
  }),
})
