import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { ItemFields } from './installed.store.ts'

export type ClaimedItem = ItemFields & { accountId: number; basePrice: string | null }

/**
 * What a file says is installed. An item is the same one where account, site, brand, model, line and day of purchase
 * are, counted off among equal ones; the row in force is then hidden behind the new one, and comes back when this
 * import is undone.
 */
export async function claimInstalled(
  db: Db,
  importId: number,
  items: readonly ClaimedItem[],
): Promise<{ added: number; replaced: number; unchanged: number }> {
  const { rows } = await sql<{ added: number; replaced: number; unchanged: number }>`
    with read as materialized (
      select nextval('know.installed_id_seq') as id, i.*,
        jsonb_build_array(i."accountId", i."siteId", i.brand, i.model, i."productLine", i."boughtOn") as same
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i ("accountId" bigint, "siteId" bigint, brand text,
        model text, ours boolean, "productLine" text, quantity integer, "boughtOn" date, "unitPrice" numeric,
        currency text, "basePrice" numeric, "lifeMonths" integer, condition text, note text)
    ), given as materialized (
      select *, row_number() over (partition by same order by id) as nth from read
    ), known as materialized (
      select *, jsonb_build_array(account_id, site_id, brand, model, product_line, bought_on) as same
      from know.installed
      where hidden_by is null and account_id in (select "accountId" from given)
    ), counted as (
      select *, row_number() over (partition by same order by id) as nth from known
    ), pair as materialized (
      select g.id, k.id as before, (g.ours, g.quantity, g."unitPrice", g.currency, g."lifeMonths", g.condition, g.note)
        is not distinct from (k.ours, k.quantity, k.unit_price, k.currency, k.life_months, k.condition, k.note) as alike
      from given g left join counted k using (same, nth)
    ), written as (
      insert into know.installed (id, account_id, site_id, brand, model, ours, product_line, quantity, bought_on,
        unit_price, currency, base_price, life_months, condition, note, import_id)
      select id, "accountId", "siteId", brand, model, ours, "productLine", quantity, "boughtOn", "unitPrice", currency,
        "basePrice", "lifeMonths", condition, note, ${importId} from given
    ), hidden as (
      update know.installed i set hidden_by = pair.id from pair where i.id = pair.before
    )
    select count(*) filter (where before is null)::integer as added,
      count(*) filter (where before is not null and not alike)::integer as replaced,
      count(*) filter (where before is not null and alike)::integer as unchanged
    from pair`.execute(db)
  return rows[0]!
}

/**
 * Takes back what an import said is installed, as if it had never been: what it hid comes back, or stays hidden behind
 * whatever hides this import's own row. Items that a person has edited since are theirs and stay.
 */
export async function withdrawInstalled(db: Db, importId: number): Promise<void> {
  await sql`
    update know.installed earlier set hidden_by = gone.hidden_by
    from know.installed gone where earlier.hidden_by = gone.id and gone.import_id = ${importId}`.execute(db)
  await sql`delete from know.installed where import_id = ${importId}`.execute(db)
}
