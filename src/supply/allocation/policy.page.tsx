import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tierName, tiers } from '../../identify/tier.ts'
import { api, type client } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { PageSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import style from './allocation.module.css'
import { useAllocationWrites } from './allocation.web.ts'
import { samePolicy } from './allocation-policy.ts'
import { CapacityEditor } from './CapacityEditor.tsx'
import { PolicySliders } from './PolicySliders.tsx'

type Said = Awaited<ReturnType<typeof client.supply.allocations.policy>>

/** How scarce goods are shared, how they were, and what products share. */
export function AllocationPolicyPage() {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.supply.allocations.policy.queryOptions())
  const inForce = query.data?.inForce
  useCrumb(t`Allocation policy`)
  return (
    <>
      <PageHeader
        title={t`Allocation policy`}
        context={[
          inForce && (inForce.since ? t`in force since ${format.day(inForce.since)}` : t`as delivered`),
          inForce?.changedByName,
        ]}
      >
        <SupplyTabs />
      </PageHeader>
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {query.data && (
        <>
          <PolicyEditor key={query.data.inForce.version} inForce={query.data.inForce} />
          <CapacityEditor />
          <History history={query.data.history} />
        </>
      )}
    </>
  )
}

function PolicyEditor({ inForce }: { inForce: Said['inForce'] }) {
  const { t } = useLingui()
  const { changePolicy } = useAllocationWrites()
  const mayChange = useMay('administrator', 'head')
  const [policy, setPolicy] = useState(inForce.policy)
  const [note, setNote] = useState('')
  return (
    <Section
      title={t`Weights and floor`}
      note={t`Promises come first, then everybody’s floor, then each account by the weight of its tier; nobody gets more than requested`}
    >
      <div className={`${style.form} ${style.narrow}`}>
        <PolicySliders policy={policy} onChange={setPolicy} disabled={!mayChange} />
        {mayChange && (
          <>
            <TextInput
              label={t`Why it is changed`}
              value={note}
              maxLength={500}
              onChange={event => setNote(event.target.value)}
            />
            {changePolicy.isError && <Failed error={changePolicy.error} inline />}
            <div className={style.acts}>
              <Button
                disabled={samePolicy(policy, inForce.policy)}
                loading={changePolicy.isPending}
                onClick={() =>
                  changePolicy.mutate(
                    { policy, note: note.trim() || null, version: inForce.version },
                    { onSuccess: () => sayDone(t`The policy holds for allocations drawn up from now on`) },
                  )
                }
              >
                <Trans>Put in force</Trans>
              </Button>
              <Button
                variant="default"
                disabled={samePolicy(policy, inForce.policy)}
                onClick={() => setPolicy(inForce.policy)}
              >
                <Trans>Back to what is in force</Trans>
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}

function History({ history }: Pick<Said, 'history'>) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return (
    <Section title={t`History`}>
      {history.length === 0 ? (
        <EmptyState title={t`The policy has not been changed yet`} />
      ) : (
        <ul className={style.history}>
          {history.map(({ version, policy, note, since, changedByName }) => (
            <li key={version}>
              <span>{since && format.day(since)}</span>
              <div>
                <p>
                  {[...tiers]
                    .reverse()
                    .map(tier => `${tierName(tier, language)} ${policy.weights[tier]}`)
                    .join(' · ')}
                  {' · '}
                  <Trans>floor {policy.floorPercent}%</Trans>
                </p>
                <p className={style.quiet}>{[changedByName, note].filter(Boolean).join(': ')}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
