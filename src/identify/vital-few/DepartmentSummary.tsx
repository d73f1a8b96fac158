import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import style from './DepartmentSummary.module.css'

/** Whether a department is worth founding, how many managers its load needs, and how it is spread today. */
export function DepartmentSummary() {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.identify.vitalFew.department.queryOptions({}))
  const found = query.data
  if (query.isError) {
    return (
      <Section title={t`Department`}>
        <Failed error={query.error} onRetry={query.refetch} inline />
      </Section>
    )
  }
  if (!found) {
    return (
      <Section title={t`Department`}>
        <LinesSkeleton lines={6} />
      </Section>
    )
  }
  const number = format.count(found.foundingNumber)
  return (
    <Section
      title={t`Department`}
      note={
        found.worthFounding
          ? t`More than ${number} key accounts: worth a department of its own`
          : t`Up to ${number} key accounts: the sales team can look after them`
      }
    >
      <dl className={style.facts}>
        <div>
          <dt>
            <Trans>Key accounts</Trans>
          </dt>
          <dd>
            {format.count(found.keyAccounts)} <span className={style.of}>/ {number}</span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Managers needed</Trans>
          </dt>
          <dd>
            {format.count(found.managersNeeded)}{' '}
            <span className={style.of}>
              {plural(found.managers.length, { one: '# has accounts', other: '# have accounts' })}
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Without an owner</Trans>
          </dt>
          <dd>
            {found.keyAccountsWithoutOwner > 0 ? (
              <Link to="/guards" search={{ guard: 'ownerless' }} className="link">
                {format.count(found.keyAccountsWithoutOwner)}
              </Link>
            ) : (
              '0'
            )}
          </dd>
        </div>
      </dl>
      {found.managers.length > 0 && (
        <ul className={style.managers}>
          {found.managers.map(manager => {
            const accounts =
              manager.accounts.platinum + manager.accounts.gold + manager.accounts.silver + manager.accounts.special
            const spread = t`Platinum ${manager.accounts.platinum}, Gold ${manager.accounts.gold}, Silver ${manager.accounts.silver}, Special ${manager.accounts.special}`
            return (
              <li key={manager.owner} className={style.manager}>
                <span className={style.name}>{manager.ownerName}</span>
                <span className={style.count} data-hint={spread}>
                  {plural(accounts, { one: '# account', other: '# accounts' })}
                </span>
                <span className={style.track} aria-hidden="true">
                  <span
                    className={style.fill}
                    data-over={manager.load > 1 || undefined}
                    style={{ width: `${Math.min(1, manager.load) * 100}%` }}
                  />
                </span>
                <span className={style.load}>{format.share(manager.load)}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
