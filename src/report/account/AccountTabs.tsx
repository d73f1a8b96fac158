import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import style from './account.module.css'

/** Tabs whose figures are those of the chosen window, by the last part of their path. */
export const windowTabs: readonly string[] = ['', 'documents', 'products']

/** The tabs are links: each has its address, and the window goes along. */
export function AccountTabs({ id }: { id: number }) {
  const { t } = useLingui()
  const tabs = [
    { path: '', name: t`Overview` },
    { path: 'documents', name: t`Documents` },
    { path: 'products', name: t`Products` },
    { path: 'costs', name: t`Cost to serve` },
    { path: 'contacts', name: t`Contacts` },
    { path: 'details', name: t`Details` },
    { path: 'changes', name: t`Changes` },
  ]
  return (
    <nav className={style.tabs} aria-label={t`Parts of the account`}>
      {tabs.map(({ path, name }) => {
        const to: string = path === '' ? `/accounts/${id}` : `/accounts/${id}/${path}`
        return (
          <Link
            key={path}
            to={to}
            search={({ window, from, to: until }: { window?: string; from?: string; to?: string }) =>
              ({ window, from, to: until }) as never
            }
            className={style.tab}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {name}
          </Link>
        )
      })}
    </nav>
  )
}
