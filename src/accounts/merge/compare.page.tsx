import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat } from '../../web/use-format.ts'
import type { AccountField } from '../account.ts'
import style from './compare.module.css'
import { DecidePair } from './DecidePair.tsx'
import { readPairAddress } from './duplicates-search.ts'
import { FieldRows } from './FieldRows.tsx'
import { HistoryRows } from './HistoryRows.tsx'
import { MergeButton } from './MergeButton.tsx'
import type { Comparison } from './merge.web.ts'
import { takenFields } from './merge-choice.ts'
import { SideHeads } from './SideHeads.tsx'

const route = getRouteApi('/_app/accounts/duplicates/$pair')

/** Two accounts side by side: who survives, whose values stand, and what hangs on each. */
export function ComparePage() {
  const { t } = useLingui()
  const pair = readPairAddress(route.useParams().pair)
  useCrumb(t`Comparison`)
  if (!pair)
    return (
      <EmptyState whole title={t`This address names no two accounts`}>
        <Trans>Open a pair from the list of duplicates.</Trans>
      </EmptyState>
    )
  return <Compared key={`${pair.one}-${pair.other}`} {...pair} />
}

function Compared({ one, other }: { one: number; other: number }) {
  const { t } = useLingui()
  const query = useQuery(api.merge.compare.queryOptions({ input: { one, other } }))
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  if (!query.data)
    return (
      <>
        <PageHeader title={t`Compare two accounts`} context={[' ']} />
        <LinesSkeleton lines={12} />
      </>
    )
  return <Choices comparison={query.data} />
}

function Choices({ comparison }: { comparison: Comparison }) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const { pair, sides, differing, mayMerge, parentSettled } = comparison
  const [survivorId, setSurvivorId] = useState(comparison.survivorId)
  const [chosen, setChosen] = useState<Partial<Record<AccountField, number>>>({})
  const survivor = sides.find(side => side.id === survivorId)!
  const other = sides.find(side => side.id !== survivorId)!
  const open = differing.filter(field => !(parentSettled && field === 'parentId'))
  const take = takenFields(open, chosen, survivor, other)
  return (
    <>
      <PageHeader
        title={t`Compare two accounts`}
        context={[t`${format.share(pair.score / 100)} likely one company`, pair.sentence]}
        actions={
          <>
            <DecidePair pair={pair} mayDecide={mayMerge} />
            {mayMerge && (
              <MergeButton
                survivor={survivor}
                other={other}
                take={take}
                onMerged={id => void navigate({ to: '/accounts/$id', params: { id: String(id) } })}
              />
            )}
          </>
        }
      />
      {pair.state !== 'open' && (
        <p className={style.decided}>
          {pair.state === 'proposed'
            ? t`${pair.decidedBy} proposes to merge them: ${pair.reason}`
            : t`${pair.decidedBy} has said that they are two companies: ${pair.reason ?? '–'}`}
        </p>
      )}
      {comparison.sharedDocuments > 0 && (
        <p className={style.warned}>
          <Trans>
            {comparison.sharedDocuments} document numbers stand on both. They remain two documents each, so no amount is
            lost; where they are one invoice imported twice, undo one of the imports.
          </Trans>
        </p>
      )}
      <table className={style.table}>
        <caption className="visually-hidden">{t`The two accounts, field by field`}</caption>
        <SideHeads sides={sides} survivorId={survivorId} mayMerge={mayMerge} onSurvivor={setSurvivorId} />
        <HistoryRows sides={sides} />
        <FieldRows
          sides={sides}
          differing={differing}
          open={mayMerge ? open : []}
          take={take}
          otherId={other.id}
          onChoose={(field, id) => setChosen(old => ({ ...old, [field]: id }))}
        />
      </table>
      {parentSettled && (
        <p className={style.quiet}>
          <Trans>One of them stands below the other: the company above follows from the merge by itself.</Trans>
        </p>
      )}
    </>
  )
}
