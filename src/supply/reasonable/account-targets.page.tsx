import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCalendarRepeat } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Section } from '../../web/page/Section.tsx'
import { StateTiles } from './StateTiles.tsx'
import { TargetsTable } from './TargetsTable.tsx'
import { TermsForm } from './TermsForm.tsx'
import { TargetsDrawers } from './targets.page.tsx'
import type { TargetsSearch } from './targets-search.ts'

const route = getRouteApi('/_app/accounts/$id/targets')

/** One account's stock against its targets, with the order that would mend it. */
export function AccountTargetsPage() {
  const { t } = useLingui()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const show = (part: TargetsSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const close = () => show({ item: undefined, plan: undefined, drawer: undefined })
  const among = { whose: 'all' as const, accountId }
  return (
    <Section
      title={t`Stock targets`}
      actions={
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCalendarRepeat size={14} stroke={1.8} aria-hidden="true" />}
            onClick={() => show({ drawer: 'terms' })}
          >
            <Trans>Rhythm and credit</Trans>
          </Button>
          <Button size="xs" onClick={() => show({ plan: accountId })}>
            <Trans>Plan an order</Trans>
          </Button>
        </>
      }
    >
      <StateTiles among={among} chosen={search.state} onChoose={state => show({ state })} />
      <TargetsTable among={among} search={search} onSearch={show} />
      <TargetsDrawers search={search} onShow={show} onClose={close} />
      <DetailDrawer opened={search.drawer === 'terms'} onClose={close} title={t`Rhythm and credit`}>
        {search.drawer === 'terms' && <TermsForm accountId={accountId} />}
      </DetailDrawer>
    </Section>
  )
}
