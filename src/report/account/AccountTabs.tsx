import { useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import style from './account.module.css'

/** Tabs whose figures are those of the chosen window, by the last part of their path. */
export const windowTabs: readonly string[] = ['', 'documents', 'products']

/** The tabs are links: each has its address, and the window goes along. A group opens at its first tab. */
export function AccountTabs({ id }: { id: number }) {
  const groups = useGroups()
  const open = useLocation({ select: ({ pathname }) => pathname.split('/')[3] ?? '' })
  const { t } = useLingui()
  const group = groups.find(({ tabs }) => tabs.some(({ path }) => path === open)) ?? groups[0]!
  return (
    <div className={style.navigation}>
      <nav className={style.tabs} aria-label={t`Parts of the account`}>
        {groups.map(({ name, tabs }) => (
          <TabLink key={name} id={id} path={tabs[0]!.path} name={name} current={name === group.name} look={style.tab} />
        ))}
      </nav>
      {group.tabs.length > 1 && (
        <nav className={style.subtabs} aria-label={group.name}>
          {group.tabs.map(({ path, name }) => (
            <TabLink key={path} id={id} path={path} name={name} current={path === open} look={style.subtab} />
          ))}
        </nav>
      )}
    </div>
  )
}

type TabLinkProps = { id: number; path: string; name: string; current: boolean; look: string | undefined }

function TabLink({ id, path, name, current, look }: TabLinkProps) {
  const to: string = path === '' ? `/accounts/${id}` : `/accounts/${id}/${path}`
  return (
    <Link
      to={to}
      search={({ window, from, to: until }: { window?: string; from?: string; to?: string }) =>
        ({ window, from, to: until }) as never
      }
      className={look}
      activeOptions={{ exact: true, includeSearch: false }}
      data-current={current || undefined}
    >
      {name}
    </Link>
  )
}

type Group = { name: string; tabs: { path: string; name: string }[] }

function useGroups(): Group[] {
  const { t } = useLingui()
  return [
    {
      name: t`Overview`,
      tabs: [
        { path: '', name: t`Overview` },
        { path: 'timeline', name: t`Timeline` },
      ],
    },
    {
      name: t`Figures`,
      tabs: [
        { path: 'documents', name: t`Documents` },
        { path: 'products', name: t`Products` },
        { path: 'costs', name: t`Cost to serve` },
        { path: 'white-space', name: t`White space` },
      ],
    },
    {
      name: t`Know`,
      tabs: [
        { path: 'people', name: t`People` },
        { path: 'relationships', name: t`Relationships` },
        { path: 'buying', name: t`How it buys` },
        { path: 'installed', name: t`Installed` },
        { path: 'sites', name: t`Sites` },
      ],
    },
    {
      name: t`Engage`,
      tabs: [
        { path: 'visits', name: t`Visits` },
        { path: 'promises', name: t`Promises` },
        { path: 'events', name: t({ message: 'Events', context: 'account' }) },
      ],
    },
    {
      name: t`Supply`,
      tabs: [
        { path: 'stock', name: t`Stock` },
        { path: 'forecast', name: t`Forecast` },
        { path: 'targets', name: t`Targets` },
        { path: 'orders', name: t`Orders` },
        { path: 'deliveries', name: t`Deliveries` },
        { path: 'portal', name: t`Portal` },
      ],
    },
    {
      name: t`About`,
      tabs: [
        { path: 'details', name: t`Details` },
        { path: 'changes', name: t`Changes` },
      ],
    },
  ]
}
