import { Trans, useLingui } from '@lingui/react/macro'
import { IconTableImport } from '@tabler/icons-react'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import style from '../imports.module.css'
import { StartImport } from '../start/StartImport.tsx'
import { WhatItTakes } from '../start/WhatItTakes.tsx'

/** Nothing has been imported yet: what to drop in, and what will happen to it. */
export function FirstImport({ may }: { may: boolean }) {
  const { t } = useLingui()
  if (!may) {
    return (
      <>
        <PageHeader title={t`Imports`} />
        <EmptyState icon={<IconTableImport size={24} stroke={1.5} />} title={t`Nothing has been imported yet`}>
          <Trans>Administrators, heads and back office bring files into the ledger.</Trans>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t`Import the sales ledger`}
        context={[t`Invoice lines from your ERP are enough to see the vital few`]}
      />
      <div className={style.start}>
        <StartImport />
      </div>
      <ul className={style.promises}>
        <li>
          <Trans>
            <b>Nothing to prepare</b> Encoding, delimiter, date order, decimal comma and column names are detected. What
            is ambiguous is asked, never guessed.
          </Trans>
        </li>
        <li>
          <Trans>
            <b>No row is lost</b> Rows that cannot be read are set aside with a reason, to be corrected or settled
            later.
          </Trans>
        </li>
        <li>
          <Trans>
            <b>Nothing is final</b> The same file again adds nothing, and every import can be undone as if it had never
            been.
          </Trans>
        </li>
      </ul>
      <WhatItTakes />
    </>
  )
}
