import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import style from './Reproduction.module.css'

/** Computes the review again from what was frozen and compares every figure. */
export function Reproduction({ id }: { id: number }) {
  const { t } = useLingui()
  const query = useQuery(
    api.identify.reviews.reproduce.queryOptions({ input: { id }, enabled: false, staleTime: Number.POSITIVE_INFINITY }),
  )
  const found = query.data
  return (
    <Section
      title={t`Reproduction`}
      note={t`Computes every point and tier again from what this review kept`}
      actions={
        <Button variant="default" size="xs" loading={query.isFetching} onClick={() => void query.refetch()}>
          <Trans>Compute it again</Trans>
        </Button>
      }
    >
      <div aria-live="polite">
        {query.isError && <Failed error={query.error} inline />}
        {found?.same && (
          <p className={style.same}>
            <IconCheck size={16} aria-hidden="true" />
            {plural(found.accounts, {
              one: 'The same to the digit for # account.',
              other: 'The same to the digit for # accounts.',
            })}
          </p>
        )}
        {found && !found.same && (
          <>
            <p className={style.different}>
              <IconAlertTriangle size={16} aria-hidden="true" />
              <Trans>Not the same. Tell whoever runs Vitalfew; the kept figures stay in force.</Trans>
            </p>
            <ul className={style.list}>
              {found.differences.map(difference => (
                <li key={`${difference.accountId}-${difference.field}`}>
                  <Trans>
                    Account {difference.accountId}, {difference.field}: kept {difference.kept}, computed{' '}
                    {difference.computed}
                  </Trans>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  )
}
