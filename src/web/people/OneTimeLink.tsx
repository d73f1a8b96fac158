import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useFormat } from '../use-format.ts'
import style from './people.module.css'

/** A secret that is shown once: to read, to copy, and how long it lives. */
export function OneTimeLink({ link, expiresAt }: { link: string; expiresAt?: string }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <div>
      <code className={style.secret}>{link}</code>
      <div className={style.copy}>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            >
              {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
            </Button>
          )}
        </CopyButton>
        {expiresAt && <span className={style.quiet}>{t`Valid until ${format.instant(expiresAt)}`}</span>}
      </div>
    </div>
  )
}
