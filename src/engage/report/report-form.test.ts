import { describe, expect, test } from 'vitest'
import { bodyOf, faultOf, openForm, type ReportForm } from './report-form.ts'
import { reportDraftSchema } from './reports.contract.ts'

const visit = {
  startsAt: '2026-11-02T06:00:00Z',
  endsAt: '2026-11-02T07:30:00Z',
  timeZone: 'Asia/Shanghai',
  contactIds: [3],
}
const about = { draftKey: '7b2f1c9e-5d3a-4c1b-9f00-1a2b3c4d5e6f', personId: 'li', timeZone: 'Asia/Shanghai' }
const form = (more: Partial<ReportForm> = {}): ReportForm => ({ ...openForm(visit), said: 'Fine', ...more })
const row = { key: 'k', side: 'theirs' as const, what: 'Name the day', due: '' }

describe('the form of a report', () => {
  test('opens with the planned hours on the account’s wall and those who were expected', () => {
    expect(openForm(visit)).toMatchObject({ day: '2026-11-02', from: '14:00', to: '15:30', contactIds: [3] })
  })

  test('is sent as the operation takes it, rows without words left out', () => {
    const body = bodyOf(
      form({
        newPeople: [{ key: 'n1', name: 'Chen Jie' }],
        opinions: [
          { key: 'a', subject: 'price', tone: 'negative', words: 'Too dear' },
          { key: 'b', subject: 'price', tone: 'neutral', words: ' ' },
        ],
        promises: [
          { ...row, who: 'new n1' },
          { ...row, who: 'contact 3', due: '2026-11-09' },
          { ...row, side: 'ours', who: 'wang' },
          { ...row, what: '', who: '' },
        ],
      }),
      about,
    )
    expect(reportDraftSchema.parse(body)).toMatchObject({
      startedAt: '2026-11-02T06:00:00Z',
      endedAt: '2026-11-02T07:30:00Z',
      opinions: [{ words: 'Too dear' }],
      promises: [
        { personKey: 'n1', contactId: null, ownerId: null },
        { personKey: null, contactId: 3, due: '2026-11-09' },
        { ownerId: 'wang', contactId: null },
      ],
    })
  })

  test('needs an end after its beginning, a day that has come, and something said', () => {
    expect(faultOf(form(), '2026-11-02')).toBeNull()
    expect(faultOf(form({ to: '14:00' }), '2026-11-02')).toBe('times')
    expect(faultOf(form(), '2026-11-01')).toBe('future')
    expect(faultOf(form({ said: ' ' }), '2026-11-02')).toBe('nothing')
    expect(faultOf(form({ said: '', promises: [{ ...row, who: '' }] }), '2026-11-02')).toBeNull()
  })
})
