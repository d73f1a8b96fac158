import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChosenKind } from '../../platform/mail/mail.ts'
import { mailKindName } from '../../platform/mail/mail-words.ts'
import { requestJson } from '../failure.ts'
import { Failed } from '../page/Failed.tsx'
import { Doorstep } from '../sign-in/Doorstep.tsx'
import { useLanguage } from '../use-format.ts'
import style from './mail.module.css'

/** Opening the link stops nothing (mail scanners open links); the button does. */
export function UnsubscribePage() {
  const language = useLanguage()
  const [token] = useState(() => window.location.hash.slice(1))
  const stop = useMutation({
    mutationFn: () =>
      requestJson<{ kind: ChosenKind }>(`/api/mail/unsubscribe?token=${encodeURIComponent(token)}`, { method: 'POST' }),
  })
  const kind = stop.data && mailKindName(stop.data.kind, language)
  return (
    <Doorstep title={kind ? <Trans>Stopped</Trans> : <Trans>Stop these mails</Trans>}>
      {kind ? (
        <p className={style.said}>
          <Trans>“{kind}” comes to you no more. You can switch it on again under Settings.</Trans>
        </p>
      ) : (
        <>
          <p className={style.said}>
            <Trans>You would no longer get this kind of mail. Everything stays as it is in Vitalfew itself.</Trans>
          </p>
          {stop.isError && <Failed error={stop.error} inline />}
          <Button fullWidth loading={stop.isPending} onClick={() => stop.mutate()}>
            <Trans>Stop these mails</Trans>
          </Button>
        </>
      )}
    </Doorstep>
  )
}
