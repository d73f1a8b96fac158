import { Trans, useLingui } from '@lingui/react/macro'
import { useLocalStorage } from '@mantine/hooks'
import { Outlet, useRouteContext } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { languageToShow, showLanguage } from '../language.ts'
import { OfflineBar } from '../offline/OfflineBar.tsx'
import { SessionContext } from '../session.ts'
import { useLanguage } from '../use-format.ts'
import { DemoBanner } from './DemoBanner.tsx'
import { KeysSheet } from './KeysSheet.tsx'
import { Palette } from './Palette.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { Rail } from './Rail.tsx'
import style from './Shell.module.css'
import { TopBar } from './TopBar.tsx'
import { useShellKeys } from './use-shell-keys.ts'

/** The frame of every page behind sign-in: rail, bar, palette, keys, demo banner. */
export function Shell() {
  const { session } = useRouteContext({ from: '/_app' })
  const [closed, setClosed] = useLocalStorage({ key: 'vitalfew.rail-closed', defaultValue: false })
  const [sheet, setSheet] = useState(false)
  const language = useLanguage()
  const { t } = useLingui()
  useShellKeys(() => setSheet(true))

  // In the demo the visitor's language stands, whatever its people would choose.
  const setting = session.demo ? null : session.person.language
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the setting itself changes; a switch in the bar must not be undone
  useEffect(() => {
    if (setting && languageToShow(setting) !== language) void showLanguage(setting)
  }, [setting])

  return (
    <SessionContext value={session}>
      <a href="#content" className={style.skip}>
        <Trans>Skip to the content</Trans>
      </a>
      <div className={style.shell} data-closed={closed || undefined}>
        <Rail closed={closed} onToggle={() => setClosed(!closed)} />
        <div className={style.side}>
          {session.demo && <DemoBanner />}
          <OfflineBar />
          <TopBar onKeys={() => setSheet(true)} />
          <main id="content" className={style.content} tabIndex={-1} aria-label={t`Page`}>
            <Outlet />
          </main>
        </div>
        <PhoneBar />
      </div>
      <Palette />
      <KeysSheet opened={sheet} onClose={() => setSheet(false)} />
    </SessionContext>
  )
}
