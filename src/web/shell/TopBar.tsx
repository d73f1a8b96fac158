import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconChevronRight, IconKeyboard, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { showLanguage } from '../language.ts'
import { useCompany } from '../session.ts'
import { useLanguage } from '../use-format.ts'
import { useCrumbLabel } from './crumb.ts'
import { palette } from './palette-store.ts'
import { rooms } from './rooms.ts'
import style from './TopBar.module.css'
import { UserMenu } from './UserMenu.tsx'

/** Where one is, the way to everything else, and one's own switches. */
export function TopBar({ onKeys }: { onKeys: () => void }) {
  const { t } = useLingui()
  return (
    <header className={`${style.bar} no-print`}>
      <Breadcrumbs />
      <button type="button" className={style.search} onClick={() => palette.open()}>
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className={style.words}>
          <Trans>Search accounts, products, pages</Trans>
        </span>
        <kbd className={style.keys}>{isApple() ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <div className={style.switches}>
        <span className={style.wide}>
          <ActionIcon onClick={onKeys} aria-label={t`Show the keys`} data-hint={t`Keys  ?`}>
            <IconKeyboard size={18} stroke={1.6} />
          </ActionIcon>
        </span>
        <LanguageSwitch />
        <ThemeSwitch />
        <UserMenu />
      </div>
    </header>
  )
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}

/** Pages without a room of their own stand in the one where they are found. */
const homes: readonly (readonly [string, string])[] = [
  ['/visits/', '/calendar'],
  ['/relationships', '/accounts'],
  ['/replacement', '/white-space'],
  ['/buying-profiles', '/white-space'],
  ['/privacy', '/people'],
  ['/webhooks', '/settings'],
]

function Breadcrumbs() {
  const { t, i18n } = useLingui()
  const path = useLocation({ select: location => location.pathname })
  const label = useCrumbLabel()
  const company = useCompany()
  const home = homes.find(([start]) => path.startsWith(start))?.[1] ?? path
  const room = rooms.find(candidate => home === candidate.path || home.startsWith(`${candidate.path}/`))
  const roomName = room ? i18n._(room.name) : null

  useEffect(() => {
    document.title = [label, roomName, company.name || 'Vitalfew'].filter(Boolean).join(' · ')
  }, [label, roomName, company.name])

  return (
    <nav className={style.crumbs} aria-label={t`Breadcrumbs`}>
      {room && (
        <Link
          to={room.path}
          className={style.crumb}
          data-last={label === null || undefined}
          aria-current={label === null ? 'page' : undefined}
        >
          {roomName}
        </Link>
      )}
      {label && (
        <>
          {room && <IconChevronRight size={14} className={style.mark} aria-hidden="true" />}
          <span className={style.crumb} data-last aria-current="page">
            {label}
          </span>
        </>
      )}
    </nav>
  )
}

/** Switches between the two languages at once; the person's lasting choice stands in the settings. */
export function LanguageSwitch() {
  const language = useLanguage()
  const other = language === 'en' ? 'zh-Hans' : 'en'
  const words = other === 'en' ? 'English' : '简体中文'
  return (
    <ActionIcon onClick={() => void showLanguage(other)} aria-label={words} data-hint={words}>
      <IconLanguage size={18} stroke={1.6} />
    </ActionIcon>
  )
}

export function ThemeSwitch() {
  const { t } = useLingui()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  const words = dark ? t`Light theme` : t`Dark theme`
  return (
    <ActionIcon onClick={() => setColorScheme(dark ? 'light' : 'dark')} aria-label={words} data-hint={words}>
      {dark ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />}
    </ActionIcon>
  )
}
