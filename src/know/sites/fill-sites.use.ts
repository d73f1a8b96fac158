import { accountPlaces } from '../../accounts/directory.server.ts'
import { recordChanges } from '../../platform/audit.server.ts'
import { type SiteContext, tellOfSites } from './edit-site.use.ts'
import { centreOf, countryCode } from './locate.server.ts'
import { accountsWithSites, insertSites, listSites, placeSites } from './sites.store.ts'

type Centre = { latitude: number; longitude: number } | null

export type Filled = {
  added: number
  placed: number
  unknown: { city: string; country: string | null; accounts: number }[]
  withoutCity: number
}

/**
 * One site in its city for every account that has none, and coordinates for sites that lack them. Cities that the
 * gazetteer does not know get a site without coordinates only when somebody adds one: they are told instead.
 */
export async function fillSites(context: SiteContext): Promise<Filled> {
  return context.db.transaction().execute(async db => {
    const centres = new Map<string, Centre>()
    const locate = async (city: string, country: string | null): Promise<Centre> => {
      const key = `${country ?? ''} ${city}`
      if (!centres.has(key)) centres.set(key, await centreOf({ city, country }))
      return centres.get(key)!
    }
    const [accounts, having, sites] = await Promise.all([accountPlaces(db), accountsWithSites(db), listSites(db, null)])
    const unknown = new Map<string, { city: string; country: string | null; accounts: number }>()
    const fresh: Parameters<typeof insertSites>[1][number][] = []
    let withoutCity = 0
    for (const { id, city, country, address } of accounts) {
      if (having.has(id)) continue
      if (city === null) {
        withoutCity += 1
        continue
      }
      const centre = await locate(city, country)
      if (!centre) {
        const key = `${country ?? ''} ${city}`
        unknown.set(key, { city, country, accounts: (unknown.get(key)?.accounts ?? 0) + 1 })
        continue
      }
      fresh.push({
        accountId: id,
        code: null,
        name: city,
        kind: 'warehouse',
        address,
        city,
        country: countryCode(country),
        ...centre,
        locatedBy: 'gazetteer',
        goodsValue: null,
        goodsAsOf: null,
        insurance: null,
        insuranceAsOf: null,
        note: null,
      })
    }
    const places: { id: number; accountId: number; latitude: number; longitude: number }[] = []
    for (const { id, accountId, city, country, latitude } of sites) {
      const centre = latitude === null && city !== null ? await locate(city, country) : null
      if (centre) places.push({ id, accountId, ...centre })
    }
    const ids = await insertSites(db, fresh)
    await placeSites(db, places)
    await recordChanges(db, context.actor, [
      ...fresh.map(({ accountId, name, city }, index) => ({
        room: 'know',
        subject: 'site',
        subjectId: ids[index]!,
        accountId,
        operation: 'add',
        after: { name, city },
      })),
      ...places.map(({ id, accountId, latitude, longitude }) => ({
        room: 'know',
        subject: 'site',
        subjectId: id,
        accountId,
        operation: 'edit',
        before: { latitude: null, longitude: null },
        after: { latitude, longitude },
      })),
    ])
    const changed = [...ids, ...places.map(({ id }) => id)]
    if (changed.length > 0) await tellOfSites(db, changed)
    return {
      added: ids.length,
      placed: places.length,
      unknown: [...unknown.values()].sort((a, b) => b.accounts - a.accounts || (a.city < b.city ? -1 : 1)),
      withoutCity,
    }
  })
}
