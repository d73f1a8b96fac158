import { Trans, useLingui } from '@lingui/react/macro'
import { skipToken, useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Amount } from '../../web/figures/Amount.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import type { DocumentsSearch } from '../documents-search.ts'
import { DocumentLines } from './DocumentLines.tsx'
import style from './documents.module.css'

type Props = {
  accountId: number
  search: DocumentsSearch
  onSearch: (change: Partial<DocumentsSearch>, replace?: boolean) => void
}

/** One document with its lines, and what each import said of a line. */
export function DocumentDrawer({ accountId, search, onSearch }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { document: documentId } = search
  const query = useQuery(
    api.ledger.document.queryOptions({ input: documentId === undefined ? skipToken : { accountId, documentId } }),
  )
  const document = query.data
  return (
    <DetailDrawer
      opened={documentId !== undefined}
      onClose={() => onSearch({ document: undefined, line: undefined })}
      title={document ? t`Document ${document.number}` : t`Document`}
      size={980}
    >
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : !document ? (
        <LinesSkeleton lines={6} />
      ) : (
        <>
          <dl className={style.facts}>
            <Fact name={t`Day`}>{format.days(document.day, document.lastDay)}</Fact>
            <Fact name={t`Source`}>{document.source}</Fact>
            <Fact name={t`Lines`}>{format.count(document.lines)}</Fact>
            <Fact name={t`Net`}>
              <Amount value={document.revenue} form="exact" />
            </Fact>
            <Fact name={t`Margin`}>
              <Amount value={document.margin} form="exact" unknown={t`No cost is known for its lines`} />
            </Fact>
          </dl>
          <DocumentLines
            accountId={accountId}
            document={document}
            open={search.line}
            onOpen={line => onSearch({ line }, true)}
          />
          {document.items.length === 0 && (
            <p>
              <Trans>This document has no lines.</Trans>
            </p>
          )}
        </>
      )}
    </DetailDrawer>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
