import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { FileDrop } from '../../web/input/FileDrop.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { type DetectWith, sendUpload } from './upload.web.ts'

/** For the file dialog; the server reads the bytes, not the name. */
export const acceptedFiles = '.csv,.tsv,.txt,.xlsx,.parquet,.gz,.edi,.x12,.edifact'

type Props = {
  /** What is known of the file already: the source and kind of the import whose rows were corrected. */
  detectWith?: DetectWith
  /** The import whose set-aside rows were corrected. */
  of?: number
}

/** Where every import begins: one file, dropped or chosen. */
export function StartImport({ detectWith = {}, of }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: async (file: File) => {
      const begun = await api.imports.beginUpload.call({ name: file.name, size: file.size })
      sendUpload(begun, file, detectWith)
      await navigate({ to: '/imports/new', search: { upload: begun.id, of } })
    },
  })
  return (
    <>
      <FileDrop
        title={of === undefined ? t`Drop a file here` : t`Drop the corrected file here`}
        note={
          <Trans>
            CSV, Excel (XLSX) or Parquet, also gzipped, in any encoding and any column order. You see what was
            understood before anything is imported.
          </Trans>
        }
        accept={acceptedFiles}
        disabled={begin.isPending}
        onFiles={([file]) => file && begin.mutate(file)}
      />
      {begin.isError && <Failed error={begin.error} inline />}
    </>
  )
}
