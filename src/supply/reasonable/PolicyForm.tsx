import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { tierName } from '../../identify/tier.ts'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { LimitFields } from './LimitFields.tsx'
import { PolicyOutcome } from './PolicyOutcome.tsx'
import { ServiceGrid } from './ServiceGrid.tsx'
import { serviceTiers } from './stock-policy.ts'
import style from './targets.module.css'
import { type PolicyRead, useReasonableWrites } from './targets.web.ts'

/** What is held for reasonable; a change can be tried on the stock as it is before it is in force. */
export function PolicyForm() {
  const query = useQuery(api.supply.reasonable.policy.queryOptions())
  if (query.isPending) return <LinesSkeleton lines={16} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <PolicyFields key={query.data.version} policy={query.data} />
}

function PolicyFields({ policy }: { policy: PolicyRead }) {
  const { t } = useLingui()
  const language = useLanguage()
  const mayChange = useMay('administrator', 'head')
  const [tier, setTier] = useState<keyof PolicyRead['service']>('platinum')
  const [limits, setLimits] = useState(policy.limits)
  const [service, setService] = useState(policy.service)
  const { changePolicy } = useReasonableWrites()
  const preview = useMutation(api.supply.reasonable.previewPolicy.mutationOptions())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    changePolicy.mutate(
      { limits, service, version: policy.version },
      { onSuccess: () => sayDone(t`Stock policy changed; it counts from the next review on`) },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <section className={style.part}>
        <h3>
          <Trans>Service promised</Trans>
        </h3>
        <p>
          <Trans>
            The chance that stock lasts until the next goods come. A to C by contribution of the product, X to Z by how
            steadily it sells at the account.
          </Trans>
        </p>
        <SegmentedControl
          aria-label={t`Tier`}
          value={tier}
          onChange={value => setTier(value as typeof tier)}
          data={serviceTiers.map(each => ({ value: each, label: tierName(each, language) }))}
        />
        <ServiceGrid
          cells={service[tier]}
          readOnly={!mayChange}
          onChange={cells => setService(old => ({ ...old, [tier]: cells }))}
        />
      </section>
      <LimitFields limits={limits} readOnly={!mayChange} onChange={setLimits} />
      {preview.data && <PolicyOutcome outcome={preview.data} />}
      {(preview.isError || changePolicy.isError) && <Failed error={preview.error ?? changePolicy.error} inline />}
      {mayChange && (
        <div className={form.end}>
          <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate({ limits, service })}>
            <Trans>Try on the stock of today</Trans>
          </Button>
          <Button type="submit" loading={changePolicy.isPending}>
            <Trans>Put it in force</Trans>
          </Button>
        </div>
      )}
    </form>
  )
}
