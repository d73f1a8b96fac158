import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { Amount } from '../../web/figures/Amount.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import { ItemEconomy } from './ItemEconomy.tsx'
import { PositionGauge } from './PositionGauge.tsx'
import { StateMark } from './StateMark.tsx'
import { StateReason } from './StateReason.tsx'
import { TargetSteps } from './TargetSteps.tsx'
import style from './targets.module.css'
import { itemOf } from './targets-search.ts'

type Props = { item: string; onPlan: (accountId: number) => void }

/** One item: where it stands, why, and each step from demand to target. */
export function ItemDetails({ item, onPlan }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.supply.reasonable.explain.queryOptions({ input: itemOf(item) }))
  if (query.isPending) return <LinesSkeleton lines={14} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const target = query.data
  const accountPath: string = `/accounts/${target.account.id}/targets`
  return (
    <div className={form.form}>
      <p className={form.words}>
        <Link to={accountPath} className="link">
          {target.account.name}
        </Link>
        {target.site && ` · ${target.site.name}`} · {target.product.name}
      </p>
      <div className={style.part}>
        <h3>
          <StateMark state={target.state} />
        </h3>
        <StateReason target={target} />
        {target.position !== null && <PositionGauge target={target} position={target.position} />}
      </div>
      {target.stockOutOn !== null && (
        <div className={style.part}>
          <h3>
            <Trans>At stake</Trans>
          </h3>
          <p>
            {target.lost === null ? (
              t`Gone on ${format.day(target.stockOutOn)}; what a piece leaves us is not known.`
            ) : (
              <Trans>
                Gone on {format.day(target.stockOutOn)}. Until an order of the next review could arrive{' '}
                <Amount value={target.lost} /> of contribution is lost, in eight of ten cases between{' '}
                <Amount value={target.lostP10} /> and <Amount value={target.lostP90} />.
              </Trans>
            )}
          </p>
        </div>
      )}
      <TargetSteps target={target} />
      {target.economy && <ItemEconomy target={target} economy={target.economy} />}
      {target.wanted >= 1 && (
        <div className={form.end}>
          <Button onClick={() => onPlan(target.account.id)}>
            <Trans>Plan an order</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}
