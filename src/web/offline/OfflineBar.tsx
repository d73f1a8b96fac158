import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import style from './OfflineBar.module.css'
import { isUpdateWaiting, onUpdateWaiting, reloadIntoUpdate } from './register-service-worker.ts'
import { useOfflineKit } from './use-offline-kit.ts'
import { useKept, useOnline, useSending } from './use-outbox.ts'

/** One quiet line about what concerns this device: no network, what waits to be sent, a newer app. */
export function OfflineBar() {
  const { t } = useLingui()
  const online = useOnline()
  const entries = useKept()
  useSending(entries)
  useOfflineKit()
  const update = useSyncExternalStore(onUpdateWaiting, isUpdateWaiting)
  const count = (state: string) => (entries ?? []).filter(entry => entry.state === state).length
  const [ready, refused] = [count('ready'), count('refused')]
  const words = [
    !online && t`No network.`,
    ready > 0 && t`${plural(ready, { one: '# report waits to be sent.', other: '# reports wait to be sent.' })}`,
    refused > 0 &&
      t`${plural(refused, { one: '# report needs your decision.', other: '# reports need your decision.' })}`,
  ].filter(text => text !== false)
  return (
    <>
      {words.length > 0 && (
        <aside className={`${style.bar} no-print`} role="status" data-warning={refused > 0 || undefined}>
          <span>{words.join(' ')}</span>
          <Link to="/on-this-phone" className={style.link}>
            <Trans>On this phone</Trans>
          </Link>
        </aside>
      )}
      {update && (
        <aside className={`${style.bar} no-print`} role="status">
          <span>
            <Trans>A new version of Vitalfew is ready.</Trans>
          </span>
          <Button size="compact-xs" variant="default" onClick={reloadIntoUpdate}>
            <Trans>Reload</Trans>
          </Button>
        </aside>
      )}
    </>
  )
}
