import { useLingui } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { tierName } from '../../identify/tier.ts'
import { api } from '../../web/api.ts'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './allocation.module.css'
import type { Run } from './allocation.web.ts'
import { type AllocationPolicy, readyPolicy, samePolicy } from './allocation-policy.ts'
import { readyPolicyName } from './allocation-words.ts'

type Named = { name: string; policy: AllocationPolicy }

/** The run under four policies side by side: who gains, who loses, what it earns. */
export function ComparePolicies({ run, tried }: { run: Run; tried: AllocationPolicy }) {
  const { t } = useLingui()
  const language = useLanguage()
  const [settled] = useDebouncedValue(tried, 400)
  const own: Named = { name: t`This allocation`, policy: run.policy }
  const others = (['alike', 'key first', 'high floor'] as const).map(name => ({
    name: readyPolicyName(name, language),
    policy: readyPolicy(name, run.policy),
  }))
  const named: Named[] = samePolicy(settled, run.policy)
    ? [own, ...others]
    : [own, { name: t`As tried above`, policy: settled }, ...others.slice(0, 2)]
  const query = useQuery(
    api.supply.allocations.compare.queryOptions({
      input: { publicId: run.publicId, policies: named.map(each => each.policy) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Section title={t`Policies side by side`} note={t`The whole allocation under each, lines and loads solved anew`}>
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LinesSkeleton lines={6} />}
      {query.data && <Table named={named} compared={query.data.items} />}
    </Section>
  )
}

type Compared = { totals: Run['totals']; tiers: Run['tiers']; more: number; less: number }

function Table({ named, compared }: { named: readonly Named[]; compared: readonly Compared[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const tiers = compared[0]?.tiers.map(each => each.tier) ?? []
  const cells = (cell: (each: Compared) => ReactNode) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
    compared.map((each, at) => <td key={at}>{cell(each)}</td>)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={style.compare} aria-label={t`Policies side by side`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {named.slice(0, compared.length).map(each => (
              <th key={each.name} scope="col">
                {each.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiers.map(tier => (
            <tr key={tier}>
              <th scope="row">{t`${tierName(tier, language)}: allocated of requested`}</th>
              {cells(each => (
                <Share value={each.tiers.find(found => found.tier === tier)?.share ?? null} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t`Accounts cut`}</th>
            {cells(each => format.count(each.totals.cutAccounts))}
          </tr>
          <tr>
            <th scope="row">{t`Contribution of what is allocated`}</th>
            {cells(each => (
              <Amount value={each.totals.contribution} />
            ))}
          </tr>
          <tr>
            <th scope="row">{t`Contribution given up`}</th>
            {cells(each => (
              <Amount value={each.totals.contributionCut} plain />
            ))}
          </tr>
          <tr>
            <th scope="row">{t`Accounts with more / less than in this allocation`}</th>
            {cells(each =>
              each.more + each.less === 0 ? '=' : `${format.count(each.more)} / ${format.count(each.less)}`,
            )}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
