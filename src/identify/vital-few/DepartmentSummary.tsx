import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import style from './DepartmentSummary.module.css'

/** The fullest loads stand first. */
const shownAtFirst = 8

/** Whether a department is worth founding, how many managers its load needs, and how it is spread today. */
export function DepartmentSummary() {
  const { t } = useLingui()
  const format = useFormat()
  const [all, setAll] = useState(false)
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
              <Trans>by load, {found.managers.length} today</Trans>
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Without an owner</Trans>
          </dt>
          <dd>
            {found.keyAccountsWithoutOwner > 0 ? (
              <Link to="/vital-few/guards" search={{ guard: 'ownerless' }} className="link">
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
          {found.managers.slice(0, all ? undefined : shownAtFirst).map(manager => {
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
      {!all && found.managers.length > shownAtFirst && (
        <div>
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
            <Trans>Show all {found.managers.length} managers</Trans>
          </Button>
        </div>
      )}
    </Section>
  )
}
