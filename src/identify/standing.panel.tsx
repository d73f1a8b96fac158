import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../web/use-format.ts'
import { nextTierWords, standingReasonWords } from './explain-words.ts'
import { guardName, guardReason } from './guard-words.ts'
import { CriteriaTable } from './standing/CriteriaTable.tsx'
import { FixedTier } from './standing/FixedTier.tsx'
import { GateList } from './standing/GateList.tsx'
import { StandingActions } from './standing/StandingActions.tsx'
import style from './standing/standing.module.css'
import { type Standing, useStanding } from './standing/use-standing.web.ts'
import { TierMark } from './TierMark.tsx'

type Props = {
  accountId: number
  /** Where the months of a figure are shown; makes measures that rest on months lead there. */
  onMonths?: () => void
}

/** Why an account stands where it stands: tier, points by criterion, gates, what is missing for the next tier. */
export function StandingPanel({ accountId, onMonths }: Props) {
  const { t } = useLingui()
  const query = useStanding(accountId)
  const standing = query.data
  return (
    <Section
      title={t`Tier and points`}
      note={standing ? <Basis standing={standing} /> : ' '}
      actions={standing?.mayDecide && <StandingActions standing={standing} />}
    >
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} inline />
      ) : standing ? (
        <Content standing={standing} onMonths={onMonths} />
      ) : (
        <LinesSkeleton lines={8} />
      )}
    </Section>
  )
}

/** Confirmed or provisional, by which review and policy. */
function Basis({ standing }: { standing: Standing }) {
  const format = useFormat()
  const { review } = standing
  const day = format.day(review.asOf)
  if (review.state === 'provisional')
    return (
      <Trans>
        Provisional as of {day}: no review has been confirmed. {review.policyName} (version {review.policyVersion})
      </Trans>
    )
  return (
    <Trans>
      Confirmed by the{' '}
      <Link to="/reviews/$id" params={{ id: String(review.id) }} className="link">
        review of {day}
      </Link>
      , {review.policyName} (version {review.policyVersion})
    </Trans>
  )
}

function Content({ standing, onMonths }: { standing: Standing; onMonths: (() => void) | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { explained } = standing
  const rank = format.count(explained.rank)
  const of = format.count(explained.of)
  return (
    <>
      <div className={style.standing}>
        <TierMark tier={standing.tier} previous={standing.previousTier} named />
        <span className={style.reason}>{standingReasonWords(standing.reason, language)}</span>
      </div>
      <FixedTier standing={standing} />
      <dl className={style.facts}>
        <div>
          <dt>
            <Trans>Points today</Trans>
          </dt>
          <dd>
            {format.points(explained.points)} <span className={style.of}>/ 100</span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Rank by points</Trans>
          </dt>
          <dd>
            {rank} <span className={style.of}>{t`of ${of}`}</span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Points earn</Trans>
          </dt>
          <dd>
            <TierMark tier={explained.earned} named />
          </dd>
        </div>
      </dl>
      {explained.next && <p className={style.next}>{nextTierWords(explained.next, explained.gates, language)}</p>}
      <CriteriaTable standing={standing} onMonths={onMonths} />
      <GateList gates={explained.gates} />
      {standing.guards.length > 0 && (
        <ul className={style.guards} aria-label={t`Guards`}>
          {standing.guards.map(finding => (
            <li key={finding.guard}>
              <Link to="/vital-few/guards" search={{ guard: finding.guard }} className="link">
                {guardName(finding.guard, language)}
              </Link>
              <span>{guardReason(finding, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
