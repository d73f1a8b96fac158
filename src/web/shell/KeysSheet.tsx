import { Trans, useLingui } from '@lingui/react/macro'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import style from './KeysSheet.module.css'
import { rooms } from './rooms.ts'

/** Every key on one sheet. */
export function KeysSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={640}
      title={<Trans>Keys</Trans>}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <div className={style.columns}>
        <dl className={style.list}>
          <Keys keys={['⌘', 'K']} or={['Ctrl', 'K']}>
            <Trans>Search everything</Trans>
          </Keys>
          <Keys keys={['?']}>
            <Trans>This sheet</Trans>
          </Keys>
          <Keys keys={['Esc']}>
            <Trans>Close what is open</Trans>
          </Keys>
          <Keys keys={['↑', '↓']}>
            <Trans>Row by row in a table</Trans>
          </Keys>
          <Keys keys={['Home', 'End']}>
            <Trans>First and last row</Trans>
          </Keys>
          <Keys keys={['Enter']}>
            <Trans>Open the row</Trans>
          </Keys>
          <Keys keys={['j', 'k']}>
            <Trans>Next and previous in the queue</Trans>
          </Keys>
          <Keys keys={['e']}>
            <Trans>Done</Trans>
          </Keys>
          <Keys keys={['s']}>
            <Trans>Put off</Trans>
          </Keys>
          <Keys keys={['d']}>
            <Trans>Give it to somebody</Trans>
          </Keys>
          <Keys keys={['x']}>
            <Trans>Not useful</Trans>
          </Keys>
          <Keys keys={['o']}>
            <Trans>Take the usual step</Trans>
          </Keys>
        </dl>
        <dl className={style.list}>
          {rooms.map(room => (
            <Keys key={room.path} keys={['g', room.letter]}>
              {i18n._(room.name)}
            </Keys>
          ))}
        </dl>
      </div>
    </Modal>
  )
}

function Keys({ keys, or, children }: { keys: string[]; or?: string[]; children: ReactNode }) {
  return (
    <div className={style.row}>
      <dt>{children}</dt>
      <dd>
        {keys.map(key => (
          <kbd key={key}>{key}</kbd>
        ))}
        {or && (
          <>
            <span className={style.or}>/</span>
            {or.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </>
        )}
      </dd>
    </div>
  )
}
