import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import style from './SupplyTabs.module.css'

/** The pages of the room, in the order of the work; each part adds one line. */
export function SupplyTabs() {
  const { t } = useLingui()
  const tabs: { path: string; name: string }[] = [
    { path: '/supply/stock', name: t`Stock` },
    { path: '/supply/forecast', name: t`Forecasts` },
    { path: '/supply/reasonable', name: t`Stock targets` },
    { path: '/supply/orders', name: t`Orders` },
    { path: '/supply/allocations', name: t`Allocation` },
    { path: '/supply/season', name: t`Season` },
    { path: '/supply/deliveries', name: t`Deliveries` },
    { path: '/supply/transport', name: t`Transport` },
    { path: '/supply/lanes', name: t`Lanes and supply` },
    { path: '/supply/partners', name: t`EDI partners` },
  ]
  return (
    <nav className={style.tabs} aria-label={t`Parts of supply`}>
      {tabs.map(({ path, name }) => (
        <Link key={path} to={path} className={style.tab} activeProps={{ 'data-current': true }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
