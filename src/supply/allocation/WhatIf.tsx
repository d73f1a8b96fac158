import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Section } from '../../web/page/Section.tsx'
import style from './allocation.module.css'
import { type Run, useAllocationWrites, useMayShare } from './allocation.web.ts'
import { type AllocationPolicy, samePolicy } from './allocation-policy.ts'
import { PolicySliders } from './PolicySliders.tsx'

type Props = { run: Run; policy: AllocationPolicy; onTry: (policy: AllocationPolicy) => void }

/** Weights and floor to try; what they change shows at once. */
export function WhatIf({ run, policy, onTry }: Props) {
  const { t } = useLingui()
  const { again } = useAllocationWrites()
  const mayShare = useMayShare()
  const isTried = !samePolicy(policy, run.policy)
  return (
    <Section title={t`What if`} note={t`What an account of a tier weighs; the floor is a share of the fair part`}>
      <div className={style.sliders}>
        <PolicySliders policy={policy} onChange={onTry} />
        <div className={`${style.acts} no-print`}>
          <Button size="xs" variant="default" disabled={!isTried} onClick={() => onTry(run.policy)}>
            <Trans>Back to its policy</Trans>
          </Button>
          {mayShare && run.state === 'draft' && (
            <Button
              size="xs"
              variant="light"
              disabled={!isTried}
              loading={again.isPending}
              onClick={() =>
                again.mutate(
                  { publicId: run.publicId, version: run.version, policy },
                  { onSuccess: changed => onTry(changed.policy) },
                )
              }
            >
              <Trans>Use it for this draft</Trans>
            </Button>
          )}
        </div>
        {run.capacities.length > 0 && (
          <p className={style.note}>
            <Trans>
              What shared lines and loads leave of a product stays as drawn up while you try; below they are solved
              again.
            </Trans>
          </p>
        )}
      </div>
    </Section>
  )
}
