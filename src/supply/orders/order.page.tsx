import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconDots, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import { ConfirmForm } from './ConfirmForm.tsx'
import { EditForm } from './EditForm.tsx'
import { OrderFacts } from './OrderFacts.tsx'
import { OrderHistory } from './OrderHistory.tsx'
import { OrderLines } from './OrderLines.tsx'
import style from './orders.module.css'
import { documentAddress, type OrderRead } from './orders.web.ts'
import type { OrderForm } from './orders-search.ts'
import { stateName } from './orders-words.ts'
import { PaperForm } from './PaperForm.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { ShipForm } from './ShipForm.tsx'
import { Signatures } from './Signatures.tsx'
import { type OfferedAct, useOrderActs } from './use-order-acts.ts'

const route = getRouteApi('/_app/supply/orders/$publicId')

/** One order: what is ordered and why, who did what, under which signature, and what I may do now. */
export function OrderPage() {
  const { publicId } = route.useParams()
  const query = useQuery(api.supply.orders.read.queryOptions({ input: { publicId } }))
  useCrumb(query.data?.number)
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  if (!query.data) return <LinesSkeleton lines={14} />
  return <Order order={query.data} />
}

function Order({ order }: { order: OrderRead }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { form } = route.useSearch()
  const navigate = route.useNavigate()
  const open = (next: OrderForm | undefined) => void navigate({ search: { form: next }, resetScroll: false })
  const acts = useOrderActs(order)
  const opened = acts.find(act => act.form === form)
  const primary = acts.find(act => act.isPrimary)
  return (
    <>
      <PageHeader
        title={t`Order ${order.number}`}
        context={[
          <Link key="account" to="/accounts/$id" params={{ id: String(order.account.id) }} className="link">
            {order.account.name}
          </Link>,
          stateName(order.state, language),
          t`since ${format.instant(order.stateSince)}`,
        ]}
        actions={
          <>
            <Downloads order={order} />
            <OtherActs acts={acts.filter(act => !act.isPrimary)} onOpen={open} />
            {primary && (
              <Button visibleFrom="sm" onClick={() => open(primary.form)}>
                {primary.name}
              </Button>
            )}
          </>
        }
      >
        <SupplyTabs />
      </PageHeader>
      <OrderFacts order={order} />
      <Section
        title={t({ message: 'Lines', context: 'of an order' })}
        note={order.currency === 'XXX' ? undefined : t`Prices in ${order.currency}`}
      >
        <OrderLines order={order} />
      </Section>
      <Section title={t`Signature`}>
        <Signatures order={order} />
      </Section>
      <Section title={t({ message: 'History', context: 'order' })}>
        <OrderHistory steps={order.steps} />
      </Section>
      {primary && (
        <div className={style.thumb}>
          <Button onClick={() => open(primary.form)}>{primary.name}</Button>
        </div>
      )}
      <DetailDrawer opened={opened !== undefined} onClose={() => open(undefined)} title={opened?.name} size={640}>
        {opened && <ActForm key={order.version} order={order} form={opened.form} onDone={() => open(undefined)} />}
      </DetailDrawer>
    </>
  )
}

function ActForm({ order, form, onDone }: { order: OrderRead; form: OrderForm; onDone: () => void }) {
  switch (form) {
    case 'edit':
      return <EditForm order={order} onDone={onDone} />
    case 'propose':
      return <ProposeForm order={order} onDone={onDone} />
    case 'paper':
      return <PaperForm order={order} onDone={onDone} />
    case 'confirm':
      return <ConfirmForm order={order} onDone={onDone} />
    case 'ship':
      return <ShipForm order={order} onDone={onDone} />
    default:
      return <ReasonForm order={order} act={form} onDone={onDone} />
  }
}

function OtherActs({ acts, onOpen }: { acts: OfferedAct[]; onOpen: (form: OrderForm) => void }) {
  const { t } = useLingui()
  if (acts.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" aria-label={t`More to do`} px="xs">
          <IconDots size={16} stroke={1.8} aria-hidden="true" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(act => (
          <Menu.Item key={act.form} onClick={() => onOpen(act.form)}>
            {act.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The document in both languages, and the order for other systems; our answer exists once it is confirmed. */
function Downloads({ order }: { order: OrderRead }) {
  const { t } = useLingui()
  const language = useLanguage()
  const isAnswered = order.state === 'confirmed' || order.state === 'shipped'
  const below = (file: string) => `/api/orders/${order.publicId}/${file}`
  const files: [string, string][] = [
    [t`Document`, documentAddress(order.publicId, language, false)],
    [t`Document with reasons`, documentAddress(order.publicId, language, true)],
    ['JSON', below('order.json')],
    ['CSV', below('order.csv')],
    [t`X12 850 (order)`, below('order.x12')],
    ...(isAnswered ? ([[t`X12 855 (answer)`, below('order.x12?kind=answer')]] as [string, string][]) : []),
    [t`EDIFACT ORDERS (order)`, below('order.edi')],
    ...(isAnswered ? ([[t`EDIFACT ORDRSP (answer)`, below('order.edi?kind=answer')]] as [string, string][]) : []),
  ]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.8} aria-hidden="true" />}>
          <Trans>Download</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(([name, href]) => (
          <Menu.Item key={href} component="a" href={href} target="_blank" rel="noreferrer">
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
