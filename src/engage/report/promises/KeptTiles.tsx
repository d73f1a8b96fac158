import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { Share } from '../../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../../web/figures/FigureTile.tsx'
import { useFormat } from '../../../web/use-format.ts'

type Counts = { kept: number; keptLate: number; broken: number; overdue: number; open: number; rate: number | null }

/** How promises of the last twelve months were kept, by side; of one account or of all. */
export function KeptTiles({ accountId }: { accountId?: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = useQuery(api.engage.promises.kept.queryOptions({ input: { accountId } }))
  const note = ({ kept, keptLate, broken, overdue }: Counts) =>
    t`${kept} on time, ${keptLate} late, ${broken} broken, ${overdue} overdue`
  const rate = (counts: Counts | undefined) =>
    counts ? <Share value={counts.rate} unknown={t`None was due yet`} /> : null
  const overdue = data && data.ours.overdue + data.theirs.overdue
  const open = data && data.ours.open + data.theirs.open
  return (
    <Tiles>
      <FigureTile label={t`We kept`} note={data && note(data.ours)} loading={!data}>
        {rate(data?.ours)}
      </FigureTile>
      <FigureTile label={t`They kept`} note={data && note(data.theirs)} loading={!data}>
        {rate(data?.theirs)}
      </FigureTile>
      <FigureTile label={t`Overdue`} note={open === undefined ? undefined : t`of ${open} open`} loading={!data}>
        {overdue === undefined ? null : format.count(overdue)}
      </FigureTile>
    </Tiles>
  )
}
