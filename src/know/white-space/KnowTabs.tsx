import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import style from './KnowTabs.module.css'

/** The department's three lists of what is known of accounts, beside each other. */
export function KnowTabs() {
  const { t } = useLingui()
  const pages: { to: string; name: string }[] = [
    { to: '/white-space', name: t`White space` },
    { to: '/replacement', name: t`Replacement` },
    { to: '/buying-profiles', name: t`Buying profiles` },
  ]
  return (
    <nav aria-label={t`What we know`} className={style.tabs}>
      {pages.map(({ to, name }) => (
        <Link key={to} to={to} search={(({ owner }: { owner?: string }) => ({ owner })) as never} className={style.tab}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
