import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { RequestFailed } from '../../web/failure.ts'
import { ProgressSteps } from '../../web/feedback/ProgressSteps.tsx'
import { FileDrop } from '../../web/input/FileDrop.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import { acceptedFiles, StartImport } from './StartImport.tsx'
import style from './Uploading.module.css'
import { arrivedQuery, type DetectWith, sendUpload, type Upload, useUpload } from './upload.web.ts'

type Props = { id: string; detectWith: DetectWith; of: number | undefined; onCancel: () => void }

/** An upload under way: how far, how fast; then the import it became. After a reload it goes on with the same file. */
export function Uploading({ id, detectWith, of, onCancel }: Props) {
  const upload = useUpload(id)
  const navigate = useNavigate()
  const importId = upload?.importId ?? null
  useEffect(() => {
    if (importId !== null) void navigate({ to: '/imports/$id', params: { id: String(importId) }, replace: true })
  }, [importId, navigate])
  if (!upload) return <GoOn id={id} detectWith={detectWith} of={of} onCancel={onCancel} />
  if (upload.state === 'failed' && upload.problem) {
    return (
      <div className={style.failed}>
        <Failed error={new RequestFailed(upload.problem)} inline />
        <StartImport detectWith={detectWith} of={of} />
      </div>
    )
  }
  return <Sending upload={upload} onCancel={onCancel} />
}

function Sending({ upload, onCancel }: { upload: Upload; onCancel: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const sending = upload.state === 'sending' || upload.state === 'waiting'
  const { perSecond, size, sent } = upload
  return (
    <div className={style.work}>
      <ProgressSteps
        label={t`Upload of ${upload.name}`}
        share={sending ? (size > 0 ? sent / size : 1) : null}
        remainingSeconds={sending && perSecond ? (size - sent) / perSecond : null}
        onCancel={onCancel}
        steps={[
          {
            key: 'sending',
            name: upload.state === 'waiting' ? t`The connection is gone. It goes on by itself.` : t`Sending the file`,
            state: sending ? 'running' : 'done',
            result: sending
              ? [
                  t`${format.bytes(sent)} of ${format.bytes(size)}`,
                  perSecond && t`${format.bytes(perSecond)} per second`,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : format.bytes(size),
          },
          { key: 'reading', name: t`Finding columns, days and amounts`, state: sending ? 'waiting' : 'running' },
        ]}
      />
      <p className={style.note}>
        <Trans>
          You may look at other pages meanwhile. Nothing is imported until you have seen what was understood.
        </Trans>
      </p>
    </div>
  )
}

/** This page has not got the file (any more): what arrived stays, and the same file goes on from there. */
function GoOn({ id, detectWith, of, onCancel }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [other, setOther] = useState<string | null>(null)
  const query = useQuery(arrivedQuery(id))
  const begun = query.data
  const whole = begun !== undefined && begun.received >= begun.size
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it is known that all has arrived
  useEffect(() => {
    if (begun && whole) sendUpload(begun, null, detectWith)
  }, [whole])
  if (query.isError) {
    return (
      <div className={style.failed}>
        <Failed error={query.error} inline />
        <StartImport detectWith={detectWith} of={of} />
      </div>
    )
  }
  if (!begun || whole) return <LinesSkeleton lines={4} />
  const take = ([file]: File[]) => {
    if (!file) return
    if (file.name !== begun.name || file.size !== begun.size) setOther(file.name)
    else sendUpload(begun, file, detectWith)
  }
  return (
    <div className={style.work}>
      <FileDrop
        title={t`Choose ${begun.name} again to go on`}
        note={
          <Trans>
            {format.bytes(begun.received)} of {format.bytes(begun.size)} have arrived and are kept. The page was
            reloaded, so the browser has let go of the file.
          </Trans>
        }
        accept={acceptedFiles}
        onFiles={take}
      />
      {other !== null && (
        <p className={style.other} role="alert">
          <Trans>
            {other} is not the file that was begun ({begun.name}, {format.bytes(begun.size)}).
          </Trans>
        </p>
      )}
      <Button variant="subtle" color="gray" onClick={onCancel}>
        <Trans>Begin with another file instead</Trans>
      </Button>
    </div>
  )
}
