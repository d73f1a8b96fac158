import { Decimal } from 'decimal.js'
import type { Mode } from './delivery.ts'

export type LaneDraft = {
  name: string
  mode: Mode
  fromPlace: string
  toPlace: string
  country: string
  account: { id: number; code: string; name: string } | null
  days: string
  daysP90: string
  costPerKg: string
  /** Of the value of the goods, per cent. */
  costPercent: string
  isActive: boolean
  note: string
}

type Read = Omit<LaneDraft, 'toPlace' | 'country' | 'daysP90' | 'costPerKg' | 'costPercent' | 'note'> & {
  toPlace: string | null
  country: string | null
  daysP90: string | null
  costPerKg: string | null
  costShare: string | null
  note: string | null
}

/** What the form begins with: the lane, or an empty one by sea. */
export function draftOf(lane: Read | null): LaneDraft {
  return {
    name: lane?.name ?? '',
    mode: lane?.mode ?? 'sea',
    fromPlace: lane?.fromPlace ?? '',
    toPlace: lane?.toPlace ?? '',
    country: lane?.country ?? '',
    account: lane?.account ?? null,
    days: lane?.days ?? '',
    daysP90: lane?.daysP90 ?? '',
    costPerKg: lane?.costPerKg ?? '',
    costPercent: lane?.costShare ? new Decimal(lane.costShare).times(100).toFixed() : '',
    isActive: lane?.isActive ?? true,
    note: lane?.note ?? '',
  }
}

/** The fields as the API takes them; null while something needed is missing or cannot be. */
export function laneOf(draft: LaneDraft) {
  const said = (text: string) => text.trim() || null
  const country = said(draft.country)?.toUpperCase() ?? null
  if (!said(draft.name) || !said(draft.fromPlace) || !(Number(draft.days) > 0)) return null
  if (country !== null && !/^[A-Z]{2}$/.test(country)) return null
  if (draft.daysP90 !== '' && Number(draft.daysP90) < Number(draft.days)) return null
  return {
    name: draft.name.trim(),
    mode: draft.mode,
    fromPlace: draft.fromPlace.trim(),
    toPlace: said(draft.toPlace),
    country: draft.account === null ? country : null,
    accountId: draft.account?.id ?? null,
    days: draft.days,
    daysP90: said(draft.daysP90),
    costPerKg: said(draft.costPerKg),
    costShare: draft.costPercent === '' ? null : new Decimal(draft.costPercent).div(100).toDecimalPlaces(4).toFixed(),
    isActive: draft.isActive,
    note: said(draft.note),
  }
}
