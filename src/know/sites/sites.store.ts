import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { LocatedBy, Site, SiteFields } from './site.ts'

const siteColumns = sql`
  id, account_id as "accountId", code, name, kind, address, city, country, latitude, longitude,
  located_by as "locatedBy", trim_scale(goods_value)::text as "goodsValue", goods_as_of as "goodsAsOf", insurance,
  insurance_as_of as "insuranceAsOf", note, version`

/** A column of a site and the field it holds; `located_by` follows from the coordinates. */
const columns = {
  code: 'code',
  name: 'name',
  kind: 'kind',
  address: 'address',
  city: 'city',
  country: 'country',
  latitude: 'latitude',
  longitude: 'longitude',
  locatedBy: 'located_by',
  goodsValue: 'goods_value',
  goodsAsOf: 'goods_as_of',
  insurance: 'insurance',
  insuranceAsOf: 'insurance_as_of',
  note: 'note',
} as const satisfies Record<keyof SiteFields | 'locatedBy', string>

export type SiteRow = SiteFields & { locatedBy: LocatedBy | null }

/** The sites of these accounts; null: of all. */
export async function listSites(db: Db, accountIds: readonly number[] | null): Promise<Site[]> {
  const { rows } = await sql<Site>`
    select ${siteColumns} from know.site
    where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[])
    order by account_id, name, id`.execute(db)
  return rows
}

export async function findSites(db: Db, ids: readonly number[]): Promise<Site[]> {
  const { rows } = await sql<Site>`
    select ${siteColumns} from know.site where id = any(${ids}::bigint[]) order by id`.execute(db)
  return rows
}

export async function lockSite(db: Db, id: number): Promise<Site | undefined> {
  const { rows } = await sql<Site>`select ${siteColumns} from know.site where id = ${id} for update`.execute(db)
  return rows[0]
}

/** Answers with the ids in the order of the rows. A code used twice in an account fails with SQLSTATE 23505. */
export async function insertSites(db: Db, sites: readonly (SiteRow & { accountId: number })[]): Promise<number[]> {
  const placed = sites.map((site, place) => ({ ...site, place }))
  const { rows } = await sql<{ id: number }>`
    insert into know.site (account_id, code, name, kind, address, city, country, latitude, longitude, located_by,
      goods_value, goods_as_of, insurance, insurance_as_of, note)
    select s."accountId", s.code, s.name, s.kind, s.address, s.city, s.country, s.latitude, s.longitude, s."locatedBy",
      s."goodsValue", s."goodsAsOf", s.insurance, s."insuranceAsOf", s.note
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as s ("accountId" bigint, code text,
      name text, kind text, address text, city text, country text, latitude double precision,
      longitude double precision, "locatedBy" text, "goodsValue" numeric, "goodsAsOf" date, insurance text,
      "insuranceAsOf" date, note text, place bigint)
    order by place
    returning id`.execute(db)
  return rows.map(row => row.id)
}

export async function updateSite(db: Db, id: number, changed: Partial<SiteRow>): Promise<void> {
  const set = Object.entries(changed).map(
    ([field, value]) => sql`${sql.ref(columns[field as keyof typeof columns])} = ${value}`,
  )
  await sql`update know.site set ${sql.join(set)}, version = version + 1 where id = ${id}`.execute(db)
}

/** Gives sites without coordinates those of their city. */
export async function placeSites(
  db: Db,
  places: readonly { id: number; latitude: number; longitude: number }[],
): Promise<void> {
  await sql`
    update know.site t set latitude = p.latitude, longitude = p.longitude, located_by = 'gazetteer',
      version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as p (id bigint, latitude double precision, longitude double precision)
    where t.id = p.id and t.latitude is null`.execute(db)
}

export async function deleteSite(db: Db, id: number): Promise<void> {
  await sql`delete from know.site where id = ${id}`.execute(db)
}

export async function accountsWithSites(db: Db): Promise<Set<number>> {
  const { rows } = await sql<{ accountId: number }>`
    select distinct account_id as "accountId" from know.site`.execute(db)
  return new Set(rows.map(row => row.accountId))
}
