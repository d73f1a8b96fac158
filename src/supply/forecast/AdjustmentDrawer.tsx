import { useLingui } from '@lingui/react/macro'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { AdjustmentDetails } from './AdjustmentDetails.tsx'
import { AdjustmentForm, emptyAdjustment } from './AdjustmentForm.tsx'
import type { WhichSeries } from './forecast-search.ts'

type Props = {
  /** 'new', the id of one, or undefined: closed. */
  adjustment: string | undefined
  /** The series one comes from: its scope is offered. */
  of: WhichSeries | null
  onClose: () => void
  onOpen: (id: string) => void
}

/** One adjustment: read, changed, settled, taken back, or said anew. */
export function AdjustmentDrawer({ adjustment, of, onClose, onOpen }: Props) {
  const { t } = useLingui()
  const isNew = adjustment === 'new'
  const query = useQuery(
    api.supply.forecast.adjustment.queryOptions({
      input: adjustment === undefined || isNew ? skipToken : { id: adjustment },
    }),
  )
  return (
    <DetailDrawer
      opened={adjustment !== undefined}
      onClose={onClose}
      title={isNew ? t`Say what the past does not know` : (query.data?.title ?? t`Adjustment`)}
    >
      {isNew ? (
        <NewAdjustment of={of} onDone={onOpen} />
      ) : query.isError ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <AdjustmentDetails adjustment={query.data} onGone={onClose} />
      ) : (
        <LinesSkeleton lines={10} />
      )}
    </DetailDrawer>
  )
}

/** The names of the scope come with the series it was asked from. */
function NewAdjustment({ of, onDone }: { of: WhichSeries | null; onDone: (id: string) => void }) {
  const [asked] = useState(of)
  const query = useQuery(
    api.supply.forecast.read.queryOptions({ input: asked === null ? skipToken : { ...asked, grain: 'month' } }),
  )
  if (asked !== null && query.isPending) return <LinesSkeleton lines={10} />
  const { account = null, product = null, tier = null } = query.data ?? {}
  return <AdjustmentForm given={{ ...emptyAdjustment, account, product, tier }} onDone={onDone} />
}
