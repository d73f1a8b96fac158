import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconAdjustments, IconPackage, IconRefresh } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { ItemDetails } from './ItemDetails.tsx'
import { PacksList } from './PacksList.tsx'
import { PlanDetails } from './PlanDetails.tsx'
import { PolicyForm } from './PolicyForm.tsx'
import { stockClasses } from './product-class.ts'
import { StateTiles } from './StateTiles.tsx'
import { TargetsTable } from './TargetsTable.tsx'
import style from './targets.module.css'
import { useReasonableWrites } from './targets.web.ts'
import type { TargetsSearch } from './targets-search.ts'

const route = getRouteApi('/_app/supply/reasonable')

/** The stock of all accounts against its targets: who runs out, who has too much, and what to propose. */
export function TargetsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayReview = useMay('administrator', 'head', 'manager', 'back office')
  const isManager = useMay('manager')
  const whose = search.whose ?? (isManager ? 'mine' : 'all')
  const { review } = useReasonableWrites()
  const given = useQuery(
    api.accounts.get.queryOptions({ input: search.account === undefined ? skipToken : { id: search.account } }),
  )
  const among = { whose, accountId: search.account, productId: search.product, class: search.class }
  const summary = useQuery(api.supply.reasonable.summary.queryOptions({ input: among }))
  const reviewedOn = summary.data?.reviewedOn
  const show = (part: TargetsSearch) => void navigate({ search: old => ({ ...old, ...part }) })
  const close = () => show({ item: undefined, plan: undefined, drawer: undefined })
  const chosen: AccountChoice | null = given.data ?? null
  useCrumb(t`Stock targets`)
  return (
    <>
      <PageHeader
        title={t`Stock targets`}
        context={[
          t`What should lie at each account, by forecast, lead time and promised service`,
          reviewedOn && t`as of ${format.day(reviewedOn)}`,
        ]}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPackage size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => show({ drawer: 'packs' })}
            >
              <Trans>Packs</Trans>
            </Button>
            <Button
              variant="default"
              leftSection={<IconAdjustments size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => show({ drawer: 'policy' })}
            >
              <Trans>Stock policy</Trans>
            </Button>
            {mayReview && (
              <Button
                leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden="true" />}
                loading={review.isPending}
                onClick={() =>
                  review.mutate(search.account === undefined ? {} : { accountIds: [search.account] }, {
                    onSuccess: ({ items }) => sayDone(t`${format.count(items)} items reviewed`),
                    onError: sayFailed,
                  })
                }
              >
                <Trans>Review now</Trans>
              </Button>
            )}
          </>
        }
      >
        <SupplyTabs />
        <div className={style.filters}>
          <SegmentedControl
            aria-label={t`Whose accounts`}
            value={whose}
            onChange={value => show({ whose: value as 'all' | 'mine' })}
            data={[
              { value: 'mine', label: t`My accounts` },
              { value: 'all', label: t`All accounts` },
            ]}
          />
          <AccountSelect label={t`Account`} value={chosen} onChange={account => show({ account: account?.id })} />
          <Select
            label={t({ message: 'Class', context: 'stock' })}
            clearable
            placeholder={t`All classes`}
            value={search.class ?? null}
            onChange={value => show({ class: stockClasses.find(each => each === value) })}
            data={[...stockClasses]}
          />
          {search.account !== undefined && (
            <Button variant="default" onClick={() => show({ plan: search.account })}>
              <Trans>Plan an order</Trans>
            </Button>
          )}
        </div>
      </PageHeader>
      <StateTiles among={among} chosen={search.state} onChoose={state => show({ state })} />
      <TargetsTable among={among} search={search} onSearch={show} />
      <TargetsDrawers search={search} onShow={show} onClose={close} />
    </>
  )
}

type DrawersProps = { search: TargetsSearch; onShow: (part: TargetsSearch) => void; onClose: () => void }

/** What opens beside a list of targets. */
export function TargetsDrawers({ search, onShow, onClose }: DrawersProps) {
  const { t } = useLingui()
  const { item, plan, drawer } = search
  return (
    <>
      <DetailDrawer opened={plan === undefined && item !== undefined} onClose={onClose} title={t`Stock and target`}>
        {item !== undefined && <ItemDetails item={item} onPlan={accountId => onShow({ plan: accountId })} />}
      </DetailDrawer>
      <DetailDrawer
        opened={plan !== undefined}
        onClose={() => onShow({ plan: undefined })}
        title={t`Planned order`}
        size={720}
      >
        {plan !== undefined && <PlanDetails accountId={plan} />}
      </DetailDrawer>
      <DetailDrawer opened={drawer === 'policy'} onClose={onClose} title={t`Stock policy`} size={720}>
        {drawer === 'policy' && <PolicyForm />}
      </DetailDrawer>
      <DetailDrawer opened={drawer === 'packs'} onClose={onClose} title={t`What products are packed in`} size={720}>
        {drawer === 'packs' && <PacksList />}
      </DetailDrawer>
    </>
  )
}
