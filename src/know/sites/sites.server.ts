import type { Db } from '../../platform/database.server.ts'
import { findTowns } from './gazetteer.server.ts'
import { countryCode } from './locate.server.ts'
import type { Site } from './site.ts'
import { findSites, listSites } from './sites.store.ts'

export { enterSites } from './enter-sites.use.ts'

/** The sites of these accounts, by account and name; null: of all. For rooms that ask where goods or people are. */
export function sitesOf(db: Db, accountIds: readonly number[] | null): Promise<Site[]> {
  return listSites(db, accountIds)
}

/** The sites of these ids, by id. */
export async function sitesById(db: Db, ids: readonly number[]): Promise<Map<number, Site>> {
  return new Map((await findSites(db, ids)).map(site => [site.id, site]))
}

/** Every way the gazetteer writes a city, for texts that name it: 宁波, Ningbo. */
export async function citySpellings(city: string, country: string | null): Promise<string[]> {
  const [town] = await findTowns({ text: city, country: countryCode(country), limit: 1 })
  return [...new Set([city, ...(town ? [town.name, town.nameChinese ?? town.name] : [])])]
}
