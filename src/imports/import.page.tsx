import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '../web/api.ts'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useMay } from '../web/session.ts'
import { useCrumb } from '../web/shell/crumb.ts'
import { useFormat } from '../web/use-format.ts'
import { isBusy } from './busy.ts'
import { CheckImport } from './check/CheckImport.tsx'
import { type Import, ImportState } from './ImportState.tsx'
import { importers } from './imports-rights.ts'
import { useKindWords } from './kind-words.web.ts'
import { Outcome } from './outcome/Outcome.tsx'
import { Running } from './outcome/Running.tsx'
import { Trouble } from './outcome/Trouble.tsx'
import { UndoImport } from './outcome/UndoImport.tsx'

const route = getRouteApi('/_app/imports/$id')

/** One import in whatever state it is: to be checked, under way, done, undone. The address is the same throughout. */
export function ImportPage() {
  const { t } = useLingui()
  const format = useFormat()
  const words = useKindWords()
  const id = Number(route.useParams().id)
  const query = useQuery(
    api.imports.show.queryOptions({
      input: { id },
      staleTime: 0,
      refetchInterval: found => (found.state.data && isBusy(found.state.data.state) ? 600 : false),
    }),
  )
  const shown = query.data
  useCrumb(shown?.fileName)
  useFreshFigures(shown)
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} />
  if (!shown) {
    return (
      <>
        <PageHeader title={t`Import`} context={[' ']} />
        <LinesSkeleton lines={8} />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={shown.fileName}
        context={[
          <ImportState key="state" import={shown} />,
          shown.kind && words.kind(shown.kind),
          t`source ${shown.source}`,
          shown.fileSize > 0 ? format.bytes(shown.fileSize) : null,
          shown.finishedAt
            ? t`${shown.actorName}, ${format.instant(shown.finishedAt)}`
            : t`${shown.actorName}, ${format.instant(shown.createdAt)}`,
        ]}
        actions={<Actions import={shown} />}
      />
      <Body import={shown} />
    </>
  )
}

function Body({ import: shown }: { import: Import }) {
  const may = useMay(...importers)
  if (isBusy(shown.state)) return <Running import={shown} />
  if (shown.state === 'finished' || shown.state === 'undone') return <Outcome import={shown} />
  const stopped = shown.state === 'failed' || shown.state === 'cancelled'
  return (
    <>
      {stopped && <Trouble import={shown} />}
      {may && shown.parentId === null && shown.fileSize > 0 && <CheckImport key={shown.id} import={shown} />}
    </>
  )
}

/** What one does next with a finished import. */
function Actions({ import: shown }: { import: Import }) {
  const may = useMay(...importers)
  if (shown.state !== 'finished') return null
  return (
    <>
      {may && shown.parentId === null && <UndoImport import={shown} />}
      {may && (
        <Button variant="default" renderRoot={props => <Link to="/imports/new" {...props} />}>
          <Trans>Import another file</Trans>
        </Button>
      )}
      <NextStep kind={shown.kind} />
    </>
  )
}

function NextStep({ kind }: { kind: Import['kind'] }) {
  if (kind === 'accounts' || kind === 'contacts') {
    return (
      <Button renderRoot={props => <Link to="/accounts" {...props} />}>
        <Trans>See the accounts</Trans>
      </Button>
    )
  }
  if (kind === 'products') {
    return (
      <Button renderRoot={props => <Link to="/products" {...props} />}>
        <Trans>See the products</Trans>
      </Button>
    )
  }
  if (kind === 'stock' || kind === 'sell-through' || kind === 'interchange') {
    return (
      <Button renderRoot={props => <Link to="/supply/stock" {...props} />}>
        <Trans>See the stock</Trans>
      </Button>
    )
  }
  if (kind === 'deliveries') {
    return (
      <Button renderRoot={props => <Link to="/supply/deliveries" {...props} />}>
        <Trans>See the deliveries</Trans>
      </Button>
    )
  }
  if (kind === 'supply') {
    return (
      <Button renderRoot={props => <Link to="/supply/lanes" {...props} />}>
        <Trans>See lanes and supply</Trans>
      </Button>
    )
  }
  return (
    <Button renderRoot={props => <Link to="/vital-few" {...props} />}>
      <Trans>See the vital few</Trans>
    </Button>
  )
}

/** When an import or its undo has ended, every figure on every page is another. */
function useFreshFigures(shown: Import | undefined): void {
  const queries = useQueryClient()
  const before = useRef<Import['state'] | undefined>(undefined)
  const state = shown?.state
  useEffect(() => {
    const wasBusy = before.current !== undefined && isBusy(before.current)
    before.current = state
    if (wasBusy && state !== undefined && !isBusy(state)) void queries.invalidateQueries()
  }, [state, queries])
}
