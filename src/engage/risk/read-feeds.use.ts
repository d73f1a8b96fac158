import type { JobContext } from '../../platform/jobs.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { jobActor } from '../../platform/roles.ts'
import { isFeed, messageLinks } from './feed.ts'
import { entriesRead, type Feed, listFeeds, noteEntry, noteReading } from './feeds.store.ts'
import { FeedProblem, fetchDocument } from './fetch-feed.server.ts'
import { decodeXml, readXml } from './read-xml.ts'
import { takeFile } from './take-file.use.ts'

type FeedReading = Pick<JobContext, 'db' | 'clock'>

/** A feed that lists thousands is read over several turns. */
const mostAtOnce = 60

/** Reads every feed that is switched on; what one cannot give is noted beside it and hinders no other. */
export async function readFeeds(context: FeedReading): Promise<number> {
  let taken = 0
  for (const feed of await listFeeds(context.db)) if (feed.enabled) taken += await readFeed(context, feed)
  return taken
}

async function readFeed(context: FeedReading, feed: Feed): Promise<number> {
  const { db, clock } = context
  let taken = 0
  let problem: string | null = null
  try {
    const bytes = await fetchDocument(feed.url, feed.allowPrivate)
    const text = decodeXml(bytes)
    const xml = readXml(text)
    if (typeof xml !== 'string' && isFeed(xml.root)) {
      const links = messageLinks(xml.root, xml.element, feed.url)
      const known = await entriesRead(db, feed.id, links)
      for (const link of links.filter(each => !known.has(each)).slice(0, mostAtOnce)) {
        const failed = await takeLink(context, feed, link)
        if (failed) problem ??= `${link}: ${failed}`
        else taken += 1
      }
    } else {
      const { items } = await takeFile({ db, clock, actor: jobActor(feed.name) }, bytes)
      taken = items.filter(item => item.outcome !== 'known').length
    }
  } catch (error) {
    problem = problemOf(error)
  }
  await noteReading(db, feed.id, clock.now(), problem, taken)
  return taken
}

/** What was fetched is not fetched again, good or not; what could not be fetched is tried the next time. */
async function takeLink({ db, clock }: FeedReading, feed: Feed, link: string): Promise<string | null> {
  try {
    const bytes = await fetchDocument(link, feed.allowPrivate)
    await noteEntry(db, feed.id, link, clock.now())
    await takeFile({ db, clock, actor: jobActor(feed.name) }, bytes)
    return null
  } catch (error) {
    return problemOf(error)
  }
}

function problemOf(error: unknown): string {
  if (error instanceof FeedProblem) return error.message
  if (error instanceof Refusal) return `${error.code} ${String(error.values.faults ?? '')}`.trim().slice(0, 500)
  throw error
}
