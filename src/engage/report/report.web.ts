import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, type client } from '../../web/api.ts'
import { orKept, readKit } from '../../web/offline/kit.ts'
import { changeKept, dropKept, type Kept, putKept } from '../../web/offline/outbox.ts'
import { kitName } from '../../web/offline/use-offline-kit.ts'
import { useKept } from '../../web/offline/use-outbox.ts'
import { useSession } from '../../web/session.ts'
import { bodyOf, openForm, type ReportForm } from './report-form.ts'

export type ReportedVisit = Awaited<ReturnType<typeof client.engage.report.read>>
export type VisitReport = NonNullable<ReportedVisit['report']>

/** The visit with its people and report; without a network, as it was put by. */
export function useReportedVisit(visitId: number) {
  const { person } = useSession()
  const asked = api.engage.report.read.queryOptions({ input: { visitId } })
  return useQuery({
    ...asked,
    queryFn: context =>
      orKept(
        () => asked.queryFn(context),
        () => readKit<ReportedVisit>(person.id, kitName.report(visitId)),
      ),
  })
}

/** A UUID also where the page came over plain http, which has no crypto.randomUUID. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const reportPath = (visitId: number) => `/api/visits/${visitId}/report`

/** How long after the last letter the draft is put by, in milliseconds. */
const restFor = 250

/**
 * The draft of a visit's report: put by on this device while it is written, sent when its author says so. `entry` is
 * null until the first letter, undefined while the device is read.
 */
export function useReportDraft({ visit, account }: ReportedVisit) {
  const { person } = useSession()
  const kept = useKept()
  const path = reportPath(visit.id)
  const entry = kept === null ? undefined : (kept.filter(each => each.path === path).at(-1) ?? null)
  const [form, setForm] = useState<ReportForm | null>(null)
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => Promise<void> } | null>(null)
  // Known at once, so that the first letters make one draft and not several.
  const key = useRef<string | null>(null)
  if (entry && entry.state !== 'sent') key.current = entry.key

  const save = useCallback(
    async (next: ReportForm, state: Kept['state']) => {
      key.current ??= newKey()
      const about = { draftKey: key.current, personId: person.id, timeZone: visit.timeZone }
      await putKept({
        key: key.current,
        personId: person.id,
        path,
        draft: next,
        body: state === 'ready' ? bodyOf(next, about) : null,
        title: account.name,
        state,
        problem: null,
        answer: null,
        changedAt: Date.now(),
      })
    },
    [account.name, path, person.id, visit.timeZone],
  )

  const rest = useCallback(async () => {
    const left = waiting.current
    waiting.current = null
    if (!left) return
    clearTimeout(left.timer)
    await left.save()
  }, [])

  // The page may be put away at any moment: what rests is put by before.
  useEffect(() => {
    const away = () => void rest()
    document.addEventListener('visibilitychange', away)
    window.addEventListener('pagehide', away)
    return () => {
      document.removeEventListener('visibilitychange', away)
      window.removeEventListener('pagehide', away)
      void rest()
    }
  }, [rest])

  const shown = form ?? (entry && entry.state !== 'sent' ? (entry.draft as ReportForm) : openForm(visit))
  return {
    entry,
    form: shown,
    change: (change: Partial<ReportForm>) => {
      const next = { ...shown, ...change }
      setForm(next)
      if (waiting.current) clearTimeout(waiting.current.timer)
      const put = () => save(next, 'writing')
      waiting.current = { save: put, timer: setTimeout(() => void rest(), restFor) }
    },
    send: async (change: Partial<ReportForm> = {}) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = null
      const next = { ...shown, ...change }
      setForm(next)
      await save(next, 'ready')
    },
    /** Back to writing: it is not sent any more until its author says so again. */
    reopen: async () => {
      if (entry)
        await changeKept(entry.key, now => ({
          ...now,
          state: 'writing',
          body: null,
          problem: null,
          changedAt: Date.now(),
        }))
    },
    drop: async () => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = null
      if (key.current) await dropKept([key.current])
      key.current = null
      setForm(null)
    },
  }
}

export type ReportDraftHandle = ReturnType<typeof useReportDraft>
