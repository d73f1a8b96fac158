import { mayEditContacts } from '../../accounts/account-rights.ts'
import { changedFields } from '../../accounts/changed-fields.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { addJob } from '../../platform/jobs.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { centreOf } from './locate.server.ts'
import { type LocatedBy, type Site, type SiteFields, withDaysOfSaying } from './site.ts'
import { deleteSite, findSites, insertSites, lockSite, type SiteRow, updateSite } from './sites.store.ts'

export type SiteContext = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** What risk alerts listen to: which sites came or changed; those of the same alerts are looked at once. */
export async function tellOfSites(db: Db, siteIds: readonly number[]): Promise<void> {
  await addJob(db, 'refresh-exposures', { siteIds })
}

async function record(db: Db, actor: Actor, site: Site, operation: string, before?: unknown, after?: unknown) {
  const { id: subjectId, accountId } = site
  await recordChange(db, actor, { room: 'know', subject: 'site', subjectId, accountId, operation, before, after })
}

type Placed = { latitude: number | null; longitude: number | null; locatedBy: LocatedBy | null }

const nowhere: Placed = { latitude: null, longitude: null, locatedBy: null }

/** Where it is: as entered, else the centre of its city, else unknown. Refused as `site_coordinates_invalid`. */
async function placed(site: Partial<SiteFields>): Promise<Placed> {
  const { latitude = null, longitude = null, city = null, country = null } = site
  if ((latitude === null) !== (longitude === null)) throw new Refusal('site_coordinates_invalid')
  if (latitude !== null && longitude !== null) return { latitude, longitude, locatedBy: 'person' }
  const centre = await centreOf({ city, country })
  return centre ? { ...centre, locatedBy: 'gazetteer' } : nowhere
}

const empty: SiteRow = {
  code: null,
  name: '',
  kind: 'warehouse',
  address: null,
  city: null,
  country: null,
  ...nowhere,
  goodsValue: null,
  goodsAsOf: null,
  insurance: null,
  insuranceAsOf: null,
  note: null,
}

const codeTaken =
  (code: string | null | undefined) =>
  (error: unknown): never => {
    if ((error as { code?: string }).code === '23505') throw new Refusal('site_code_taken', { code })
    throw error
  }

/** Adds a site to an account whose contacts the actor may edit. Refused as `account_not_yours`, `site_code_taken`. */
export async function addSite(
  context: SiteContext,
  accountId: number,
  fields: Partial<SiteFields> & { name: string },
): Promise<Site> {
  const said = withDaysOfSaying(fields, await businessDay(context))
  const place = await placed(said)
  return context.db.transaction().execute(async db => {
    await lockEditable(db, context.actor, accountId, mayEditContacts)
    const [id] = await insertSites(db, [{ ...empty, ...said, ...place, accountId }]).catch(codeTaken(said.code))
    const [site] = await findSites(db, [id!])
    await record(db, context.actor, site!, 'add', undefined, fields)
    await tellOfSites(db, [site!.id])
    return site!
  })
}

/** The site and its account, locked account first. */
async function lockBoth(db: Db, actor: Actor, id: number): Promise<Site> {
  const [site] = await findSites(db, [id])
  if (!site) throw new Refusal('site_unknown', { id })
  await lockEditable(db, actor, site.accountId, mayEditContacts)
  const locked = await lockSite(db, id)
  if (!locked) throw new Refusal('site_unknown', { id })
  return locked
}

/** A site that moves to another city and was placed by the gazetteer is placed again; coordinates of a person stay. */
async function movedTo(site: Site, edit: Partial<SiteFields>): Promise<Partial<Placed>> {
  if (edit.latitude !== undefined || edit.longitude !== undefined)
    return placed({
      latitude: site.latitude,
      longitude: site.longitude,
      city: site.city,
      country: site.country,
      ...edit,
    })
  const moves = edit.city !== undefined || edit.country !== undefined
  if (!moves || site.locatedBy === 'person') return {}
  return placed({ city: site.city, country: site.country, ...edit })
}

/** A person's edit of the version they read. Refused as `site_changed_meanwhile` when there is a newer one. */
export async function editSite(
  context: SiteContext,
  id: number,
  version: number,
  edit: Partial<SiteFields>,
): Promise<Site> {
  const said = withDaysOfSaying(edit, await businessDay(context))
  return context.db.transaction().execute(async db => {
    const site = await lockBoth(db, context.actor, id)
    if (site.version !== version) throw new Refusal('site_changed_meanwhile', { id, name: site.name })
    const { before, after } = changedFields<Partial<SiteRow>>(site, { ...said, ...(await movedTo(site, said)) })
    if (Object.keys(after).length === 0) return site
    await updateSite(db, id, after).catch(codeTaken(said.code))
    await record(db, context.actor, site, 'edit', before, after)
    await tellOfSites(db, [id])
    return (await findSites(db, [id]))[0]!
  })
}

/** Deletes a site; what was advised about it stays with the account. */
export async function removeSite(context: SiteContext, id: number): Promise<void> {
  await context.db.transaction().execute(async db => {
    const site = await lockBoth(db, context.actor, id)
    await deleteSite(db, id)
    await record(db, context.actor, site, 'remove', site)
  })
}
