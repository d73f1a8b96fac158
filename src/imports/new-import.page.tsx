import { Trans, useLingui } from '@lingui/react/macro'
import { skipToken, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { Refused } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useMay } from '../web/session.ts'
import { useCrumb } from '../web/shell/crumb.ts'
import style from './imports.module.css'
import { importers } from './imports-rights.ts'
import { StartImport } from './start/StartImport.tsx'
import { Uploading } from './start/Uploading.tsx'
import { cancelUpload, type DetectWith, useUpload } from './start/upload.web.ts'
import { WhatItTakes } from './start/WhatItTakes.tsx'

const route = getRouteApi('/_app/imports/new')

/** The first step: a file is chosen and sent; what it holds is found while one waits. */
export function NewImportPage() {
  const { t } = useLingui()
  const { upload: id, of } = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay(...importers)
  const upload = useUpload(id)
  const corrected = useQuery(
    api.imports.show.queryOptions({ input: of === undefined ? skipToken : { id: of }, enabled: may }),
  )
  useCrumb(t`New import`)
  if (!may) return <Refused>{t`Administrators, heads and back office bring files into the ledger.`}</Refused>
  if (of !== undefined && corrected.isPending) return <LinesSkeleton lines={6} />
  const parent = corrected.data
  const detectWith: DetectWith = parent
    ? {
        source: parent.source,
        createAccounts: parent.createAccounts,
        createProducts: parent.createProducts,
        corrections: { ...parent.corrections, kind: parent.kind ?? undefined },
      }
    : {}
  const cancel = () => {
    if (id !== undefined) cancelUpload(id)
    void navigate({ search: { of }, replace: true })
  }
  if (id !== undefined) {
    return (
      <>
        <PageHeader title={upload ? upload.name : t`Import a file`} context={[t`Step 1 of 3: send the file`]} />
        <Uploading id={id} detectWith={detectWith} of={of} onCancel={cancel} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={parent ? t`Import corrected rows` : t`Import a file`}
        context={[
          parent && (
            <Trans>
              of{' '}
              <Link to="/imports/$id" params={{ id: String(parent.id) }} className="link">
                {parent.fileName}
              </Link>
            </Trans>
          ),
          parent ? t`source ${parent.source}` : null,
          t`The same row again adds nothing; a changed one replaces the old`,
        ]}
      />
      <div className={style.start}>
        <StartImport detectWith={detectWith} of={of} />
      </div>
      <WhatItTakes />
    </>
  )
}
