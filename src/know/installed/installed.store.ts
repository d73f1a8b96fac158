import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows, orNull } from '../../platform/many-rows.server.ts'
import type { Condition } from './replacement.ts'
import type { DemandItem } from './replacement-demand.ts'

/** What people say of an item. Prices are decimal strings a unit. */
export type ItemFields = {
  siteId: number | null
  brand: string
  model: string | null
  ours: boolean
  productLine: string | null
  quantity: number
  boughtOn: string | null
  unitPrice: string | null
  currency: string | null
  lifeMonths: number | null
  condition: Condition | null
  note: string | null
}

export type ItemRow = ItemFields & {
  id: number
  accountId: number
  basePrice: string | null
  importId: number | null
  personId: string | null
  version: number
}

const itemColumns = sql`
  id, account_id as "accountId", site_id as "siteId", brand, model, ours, product_line as "productLine", quantity,
  bought_on as "boughtOn", trim_scale(unit_price) as "unitPrice", currency, trim_scale(base_price) as "basePrice",
  life_months as "lifeMonths", condition, note, import_id as "importId", person_id as "personId", version`

/** By id, from after the cursor's; what a later import repeated is shown once. */
export async function listItems(
  db: Db,
  { accountId, cursor = 0, limit }: { accountId: number; cursor?: number; limit: number },
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select ${itemColumns} from know.installed
    where account_id = ${accountId} and hidden_by is null and id > ${cursor} order by id limit ${limit}`.execute(db)
  return rows
}

export async function findItem(db: Db, id: number): Promise<ItemRow | undefined> {
  const { rows } = await sql<ItemRow>`
    select ${itemColumns} from know.installed where id = ${id} and hidden_by is null`.execute(db)
  return rows[0]
}

export type NewItem = ItemFields & { accountId: number; basePrice: string | null; personId: string | null }

const recordset = (items: readonly object[]) => sql`
  jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i (id bigint, "accountId" bigint, "siteId" bigint, brand text,
    model text, ours boolean, "productLine" text, quantity integer, "boughtOn" date, "unitPrice" numeric, currency text,
    "basePrice" numeric, "lifeMonths" integer, condition text, note text, "importId" bigint, "personId" text)`

const written = sql`account_id, site_id, brand, model, ours, product_line, quantity, bought_on, unit_price, currency,
  base_price, life_months, condition, note, import_id, person_id`

const given = sql`"accountId", "siteId", brand, model, ours, "productLine", quantity, "boughtOn", "unitPrice", currency,
  "basePrice", "lifeMonths", condition, note, "importId", "personId"`

export async function insertItems(db: Db, items: readonly NewItem[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into know.installed (${written}) select ${given} from ${recordset(items)} returning id`.execute(db)
  return rows.map(row => row.id)
}

/** A person's edit makes the item theirs: an undo of the import that brought it leaves it. */
export async function updateItem(db: Db, item: NewItem & { id: number; importId: null }): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update know.installed t set (${written}) = (select ${given} from ${recordset([item])}), version = version + 1
    where id = ${item.id} returning version`.execute(db)
  return rows[0]!.version
}

/** With what later imports hid behind it. */
export async function deleteItem(db: Db, id: number): Promise<void> {
  await sql`delete from know.installed where id = ${id}`.execute(db)
}

// manyRows parts values at commas, which a product line may hold.
const comma = '\u0001'

/** Everything in force that demand is made of: of some accounts, of a product line, or all. */
export async function demandItems(
  db: Db,
  accountIds: readonly number[] | null,
  productLine?: string,
): Promise<DemandItem[]> {
  const query = sql`
    select account_id as "accountId", translate(product_line, ',', ${comma}) as "productLine", quantity,
      trim_scale(base_price) as "basePrice", bought_on as "boughtOn", life_months as "lifeMonths", condition
    from know.installed
    where hidden_by is null and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      and (${productLine ?? null}::text is null or product_line = ${productLine ?? null})
    order by account_id, id`
  return manyRows<DemandItem>(db, query, {
    accountId: asNumber,
    productLine: orNull(text => text.replaceAll(comma, ',')),
    quantity: asNumber,
    basePrice: orNull(asText),
    boughtOn: orNull(asText),
    lifeMonths: orNull(asNumber),
    condition: orNull(text => text as Condition),
  })
}
