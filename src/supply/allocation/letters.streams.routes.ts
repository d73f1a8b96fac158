import { accountNames } from '../../accounts/account-names.server.ts'
import { dayIn } from '../../platform/clock.ts'
import type { StreamingApp } from '../../platform/http.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { allocationsOfRun } from './allocations.store.ts'
import { allocationLetter } from './letter.server.ts'
import { found } from './read-run.use.ts'

/**
 * GET /api/supply/allocations/{publicId}/accounts/{accountId}/letter.pdf?language=en|zh-Hans, of a run that is released;
 * for everyone of the department.
 */
export function letterStreams(app: StreamingApp): void {
  app.get('/api/supply/allocations/:publicId{[0-9a-f-]{36}}/accounts/:accountId{[0-9]{1,15}}/letter.pdf', async c => {
    const { actor, db, clock, language: preferred } = c.get('context')
    if (!actor) throw new Refusal('not_signed_in')
    const run = await found({ db }, c.req.param('publicId'))
    if (run.state !== 'released') throw new Refusal('allocation_not_released', { state: run.state })
    const accountId = Number(c.req.param('accountId'))
    const rows = (await allocationsOfRun(db, run.id)).filter(row => row.accountId === accountId)
    const account = (await accountNames(db, [accountId])).get(accountId)
    if (!account || rows.length === 0) throw new Refusal('allocation_run_not_found')
    const products = await productNames(
      db,
      rows.map(row => row.productId),
    )
    const { companyName, timeZone } = await readSettings(db)
    const asked = c.req.query('language')
    const bytes = await allocationLetter({
      account,
      company: companyName,
      day: dayIn(timeZone, new Date(run.releasedAt!)),
      lines: rows
        .map(({ productId, reason: { limitedBy, ...reason } }) => ({
          product: products.get(productId)!,
          reason: { ...reason, limited: limitedBy.length > 0 },
        }))
        .sort((a, b) => (a.product.code < b.product.code ? -1 : 1)),
      language: asked === 'en' || asked === 'zh-Hans' ? asked : preferred,
      at: clock.now(),
    })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="allocation-${account.code.replace(/[^\w.-]+/g, '-')}.pdf"`,
        'cache-control': 'no-store',
      },
    })
  })
}
