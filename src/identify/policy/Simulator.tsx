import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { FlowChart } from '../../web/charts/FlowChart.tsx'
import { problemOf } from '../../web/failure.ts'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { ChartSkeleton, LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AccountLink } from '../AccountLink.tsx'
import { subtractAmounts } from '../exact-amount.ts'
import { NoLedger } from '../NoLedger.tsx'
import type { Policy } from '../policy.ts'
import { TierMark } from '../TierMark.tsx'
import { isKey, type Tier, tierName } from '../tier.ts'
import { tierPosts } from '../tier-posts.ts'
import { SimulatedTiers } from './SimulatedTiers.tsx'
import style from './Simulator.module.css'
import { type Simulated, useSimulation } from './use-simulation.web.ts'

type Mode = 'settled' | 'next review'

type Props = {
  /** Null while the draft has a fault. */
  policy: Policy | null
  mode: Mode
  onMode: (mode: Mode) => void
}

/** What the edited policy would do to everyone, while it is edited. */
export function Simulator({ policy, mode, onMode }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const [flow, setFlow] = useState<{ from: Tier; to: Tier } | null>(null)
  const { answer, error, retry } = useSimulation(policy, mode, flow)
  const noLedger = error !== null && problemOf(error).code === 'ledger_empty'
  const posts = useMemo(() => tierPosts(language), [language])
  const took = answer ? format.number(answer.milliseconds, 1) : ''
  return (
    <Section
      title={t`What it would do`}
      note={
        answer
          ? [t`${format.count(answer.accounts)} accounts`, windowWords(answer), t`computed in ${took} ms`]
              .filter(Boolean)
              .join(' · ')
          : t`Answers while you move a slider`
      }
      actions={
        <SegmentedControl
          aria-label={t`When`}
          value={mode}
          onChange={value => onMode(value as Mode)}
          data={[
            { value: 'settled', label: t`In the end` },
            { value: 'next review', label: t`At the next review` },
          ]}
        />
      }
    >
      <p className={style.mode}>
        {mode === 'settled' ? (
          <Trans>Where it ends when nobody’s past protects them any more.</Trans>
        ) : (
          <Trans>With margin and patience, as the coming review would decide.</Trans>
        )}
      </p>
      {policy === null && (
        <p className={style.fault} role="status">
          <Trans>The policy has a fault; these are the figures before it.</Trans>
        </p>
      )}
      {error ? noLedger ? <NoLedger /> : <Failed error={error} onRetry={retry} inline /> : null}
      {!answer ? (
        error ? null : (
          <>
            <LinesSkeleton lines={8} />
            <ChartSkeleton height={240} />
          </>
        )
      ) : (
        <>
          <Outcome answer={answer} />
          <SimulatedTiers answer={answer} />
          <FlowChart
            title={t`Who moves`}
            note={t`A click names the accounts of a flow`}
            tiers={posts}
            flows={answer.flows}
            before={t`Now`}
            after={t`With this policy`}
            height={200}
            onOpen={chosen => setFlow({ from: chosen.from as Tier, to: chosen.to as Tier })}
          />
          <div className={style.movesHead}>
            <h3 className={style.subtitle}>
              {flow ? (
                <>
                  {tierName(flow.from, language)} → {tierName(flow.to, language)}
                </>
              ) : (
                <Trans>The largest that move</Trans>
              )}
            </h3>
            {flow && (
              <Button
                variant="subtle"
                size="compact-xs"
                rightSection={<IconX size={14} aria-hidden="true" />}
                onClick={() => setFlow(null)}
              >
                <Trans>Show all moves</Trans>
              </Button>
            )}
          </div>
          <Moves moves={answer.moves} />
        </>
      )}
    </Section>
  )

  function windowWords({ window }: Simulated): string {
    return window.from && window.to ? format.days(window.from, window.to) : ''
  }
}

/** The three figures that decide: who moves, what is covered, what it costs against today. */
function Outcome({ answer }: { answer: Simulated }) {
  const { t } = useLingui()
  const format = useFormat()
  const covered = keyShare(answer.tiers)
  const coveredBefore = keyShare(answer.before)
  const difference = subtractAmounts(answer.entitlementCost, answer.entitlementCostBefore)
  return (
    <dl className={style.outcome} aria-live="polite">
      <div>
        <dt>
          <Trans>Accounts that move</Trans>
        </dt>
        <dd>{format.count(answer.moved)}</dd>
        <dd className={style.note}>{t`of ${format.count(answer.accounts)}`}</dd>
      </div>
      <div>
        <dt data-hint={t`Part of the whole that accounts above Regular bring`}>
          {answer.basis === 'contribution' ? <Trans>Contribution covered</Trans> : <Trans>Revenue covered</Trans>}
        </dt>
        <dd>
          <Share value={covered} unknown={t`The total is not positive: a share has no meaning`} />
        </dd>
        <dd className={style.note}>{coveredBefore === null ? ' ' : t`today ${format.share(coveredBefore)}`}</dd>
      </div>
      <div>
        <dt>
          <Trans>Entitlements a year</Trans>
        </dt>
        <dd>
          <Amount value={answer.entitlementCost} form="compact" />
        </dd>
        <dd className={style.note}>
          {Number(difference) === 0
            ? t`as today`
            : Number(difference) > 0
              ? t`${format.amount(difference, 'compact')} more than today`
              : t`${format.amount(subtractAmounts('0', difference), 'compact')} less than today`}
        </dd>
      </div>
    </dl>
  )
}

/** Part of the whole that the accounts above Regular bring; null where the whole is not positive. */
function keyShare(tiers: Simulated['tiers']): number | null {
  return tiers
    .filter(figures => isKey(figures.tier))
    .reduce<number | null>(
      (sum, figures) => (sum === null || figures.contributionShare === null ? null : sum + figures.contributionShare),
      0,
    )
}

function Moves({ moves }: { moves: Simulated['moves'] }) {
  const { t } = useLingui()
  const format = useFormat()
  if (moves.length === 0)
    return (
      <p className={style.mode}>
        <Trans>Nobody moves.</Trans>
      </p>
    )
  return (
    <ul className={style.moves}>
      {moves.map(move => (
        <li key={move.account.id} className={style.move}>
          <AccountLink account={move.account} short />
          <span className={style.tiers}>
            <TierMark tier={move.from} />
            <span aria-hidden="true">→</span>
            <TierMark tier={move.to} />
          </span>
          <span className="figures">{format.points(move.points)}</span>
          <span className={style.amount}>
            <Amount value={move.contribution} form="compact" unknown={t`Its cost is unknown`} />
          </span>
        </li>
      ))}
    </ul>
  )
}
