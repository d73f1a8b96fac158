import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { uploadFile } from '../../know/timeline/notes.web.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { FileDrop } from '../../web/input/FileDrop.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import style from './orders.module.css'
import { documentAddress, type OrderRead, useOrderWrites } from './orders.web.ts'

/** The account has signed the printed document: who, when, and the scan of it. */
export function PaperForm({ order, onDone }: { order: OrderRead; onDone: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [signedAt, setSignedAt] = useState('')
  const scan = useMutation({ mutationFn: uploadFile })
  const { signOnPaper } = useOrderWrites()
  const isComplete = name.trim() !== '' && signedAt !== '' && scan.data !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    signOnPaper.mutate(
      {
        publicId: order.publicId,
        contentHash: order.contentHash,
        name: name.trim(),
        title: title.trim() || null,
        signedAt: new Date(signedAt).toISOString(),
        scanFileId: scan.data.id,
        language,
      },
      {
        onSuccess: () => {
          sayDone(t`Signature of ${name.trim()} recorded`)
          onDone()
        },
      },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <p className={form.words}>
        <Trans>
          The paper must show this very content: compare the long number at its foot with the one below before you
          record it.
        </Trans>
      </p>
      <code className={style.hash}>{order.contentHash}</code>
      <div className={style.links}>
        <a className="link" href={documentAddress(order.publicId, 'en', false)} target="_blank" rel="noreferrer">
          <Trans>Print in English</Trans>
        </a>
        <a className="link" href={documentAddress(order.publicId, 'zh-Hans', false)} target="_blank" rel="noreferrer">
          <Trans>Print in Chinese</Trans>
        </a>
      </div>
      <TextInput
        label={t`Who signed`}
        required
        maxLength={200}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextInput
        label={t({ message: 'Title', context: 'of a person' })}
        maxLength={200}
        value={title}
        onChange={event => setTitle(event.target.value)}
      />
      <TextInput
        type="datetime-local"
        label={t`Signed at`}
        required
        value={signedAt}
        onChange={event => setSignedAt(event.target.value)}
      />
      <FileDrop
        title={scan.data ? scan.data.name : t`Drop the scan here`}
        note={scan.isPending ? t`Being received …` : t`PDF or picture of the signed paper`}
        accept=".pdf,.jpg,.jpeg,.png"
        disabled={scan.isPending}
        onFiles={([file]) => file && scan.mutate(file)}
      />
      {scan.isError && <Failed error={scan.error} inline />}
      {signOnPaper.isError && <Failed error={signOnPaper.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={signOnPaper.isPending} disabled={!isComplete}>
          <Trans>Record the signature</Trans>
        </Button>
      </div>
    </form>
  )
}
