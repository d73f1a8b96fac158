import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import { postInvitations } from './post-invitations.use.ts'

let api: TestApi
let account: number
const clock = { now: () => new Date('2026-11-02T01:00:00Z') }

beforeAll(async () => {
  api = await startTestApi({ clock })
  account = (await startWithDealers(api)).get('D10')!
})
afterAll(() => api.close())

const mails = async () =>
  (await api.pool.query('select address, reply_to, calendar_method, calendar, state from platform.mail order by id'))
    .rows

test('an invitation goes to the contact with its calendar message, once, answered to whoever makes the visit', async () => {
  const { body: contact } = await api.as('head', 'POST', `/accounts/${account}/contacts`, {
    name: 'Liu Yang',
    email: 'liu@dealer.example',
  })
  const { rows } = await api.pool.query(
    `insert into engage.visit (account_id, person_id, contact_ids, starts_at, ends_at, time_zone, original_starts_at,
       promised_at, created_at)
     values ($1, $2, array[$3::bigint], '2026-11-10T02:00:00Z', '2026-11-10T03:00:00Z', 'Asia/Shanghai',
       '2026-11-10T02:00:00Z', '2026-11-10T02:00:00Z', now()) returning id, version`,
    [account, api.people.head, contact.id],
  )
  const invited = await api.as('head', 'POST', `/visits/${rows[0].id}/invite`, { version: rows[0].version })
  expect(invited.body).toMatchObject({ invited: 1 })
  expect([await postInvitations({ db: api.db, clock }), await postInvitations({ db: api.db, clock })]).toEqual([1, 0])
  const [mail, ...others] = await mails()
  expect(others).toEqual([])
  expect(mail).toMatchObject({
    address: 'liu@dealer.example',
    reply_to: 'head@vitalfew.test',
    calendar_method: 'REQUEST',
  })
  expect(mail.calendar).toMatch(/METHOD:REQUEST[\s\S]*ATTENDEE/)
})
