import { accountNames } from '../../accounts/account-names.server.ts'
import { mayEditContacts } from '../../accounts/account-rights.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { productNames } from '../../products/product-names.server.ts'
import { listMappedCodes } from './mapped-codes.store.ts'
import { countMessages } from './messages.store.ts'
import type { Partner } from './partner.ts'
import { listPartners } from './partners.store.ts'
import { importsWaiting, listUnmappedCodes } from './unmapped-codes.store.ts'

type Reading = { db: Db; actor: Actor }

/** Who keeps a partner: administrator, head and back office; a manager where the account is theirs. */
export function mayEditPartner(actor: Actor, account: { ownerId: string | null } | undefined): boolean {
  return mayEditContacts(actor, account ?? { ownerId: null })
}

/** Partners with what came and went, by name. */
export async function readPartners({ db, actor }: Reading) {
  const partners = await listPartners(db)
  const accounts = await accountNames(
    db,
    partners.flatMap(each => each.accountId ?? []),
  )
  const counts = new Map((await countMessages(db)).map(({ partnerId, ...each }) => [partnerId, each]))
  return partners.map(partner => {
    const account = partner.accountId === null ? undefined : accounts.get(partner.accountId)
    const { lastAt, ...numbers } = counts.get(partner.id)!
    return {
      ...partner,
      ...numbers,
      account: account ? { id: account.id, code: account.code, name: account.name } : null,
      lastAt: lastAt?.toISOString() ?? null,
      mayEdit: mayEditPartner(actor, account),
    }
  })
}

/** One partner, with the codes that nobody has mapped and those that somebody has. Refused as partner_not_found. */
export async function readPartner({ db, actor }: Reading, id: number) {
  const partner = (await readPartners({ db, actor })).find(each => each.id === id)
  if (!partner) throw new Refusal('partner_not_found', { id })
  return {
    ...partner,
    unmappedCodes: await listUnmappedCodes(db, id),
    waiting: await importsWaiting(db, id),
    mappedCodes: await mappedCodes(db, partner),
  }
}

async function mappedCodes(db: Db, { accountId }: Partner) {
  if (accountId === null) return []
  const mapped = await listMappedCodes(db, accountId)
  const products = await productNames(
    db,
    mapped.flatMap(each => each.productId ?? []),
  )
  const sites = await sitesById(
    db,
    mapped.flatMap(each => each.siteId ?? []),
  )
  const accounts = await accountNames(
    db,
    mapped.flatMap(each => each.accountId ?? []),
  )
  return mapped.map(({ id, kind, code, productId, siteId, accountId: meant }) => {
    const product = products.get(productId ?? 0)
    const meaning =
      (product && `${product.code} ${product.name}`) ??
      sites.get(siteId ?? 0)?.name ??
      accounts.get(meant ?? 0)?.name ??
      ''
    return { id, kind: kind === 'account' ? ('party' as const) : kind, code, meaning }
  })
}
