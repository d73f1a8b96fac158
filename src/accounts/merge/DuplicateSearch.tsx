import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../web/api.ts'
import { ProgressSteps, type Step } from '../../web/feedback/ProgressSteps.tsx'
import { sayFailed } from '../../web/feedback/say.tsx'
import { useMay } from '../../web/session.ts'
import style from './duplicates.module.css'
import { useDuplicateSearch } from './merge.web.ts'

const order = ['reading', 'pairing', 'comparing', 'saving'] as const

/** A search that runs, with the way to stop it; afterwards what it had to leave out. */
export function DuplicateSearch() {
  const { t } = useLingui()
  const queries = useQueryClient()
  const mayStop = useMay('administrator', 'head')
  const { search, underWay } = useDuplicateSearch()
  const was = useRef(underWay)
  useEffect(() => {
    if (was.current && !underWay) void queries.invalidateQueries({ queryKey: api.merge.list.key() })
    was.current = underWay
  }, [underWay, queries])
  const stop = useMutation(
    api.merge.cancelSearch.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.merge.readSearch.key() }),
      onError: sayFailed,
    }),
  )
  if (!search) return null
  if (!underWay) return <Outcome search={search} />
  const names = {
    reading: t`Read accounts`,
    pairing: t`Find who has something in common`,
    comparing: t`Compare pairs`,
    saving: t`Record what is alike`,
  }
  const at = search.step ? order.indexOf(search.step) : -1
  const results = {
    reading: search.accounts > 0 ? plural(search.accounts, { one: '# account', other: '# accounts' }) : undefined,
    pairing: undefined,
    comparing:
      search.compared > 0 ? plural(search.compared, { one: '# pair compared', other: '# pairs compared' }) : undefined,
    saving: undefined,
  }
  const steps = order.map(
    (key, place): Step => ({
      key,
      name: names[key],
      state: place < at ? 'done' : place === at ? 'running' : 'waiting',
      result: results[key],
    }),
  )
  return (
    <div className={style.running}>
      <ProgressSteps
        label={t`Search for duplicates`}
        steps={steps}
        share={null}
        onCancel={mayStop ? () => stop.mutate({}) : undefined}
        cancelling={stop.isPending}
      />
    </div>
  )
}

function Outcome({ search }: { search: NonNullable<ReturnType<typeof useDuplicateSearch>['search']> }) {
  if (search.state === 'failed')
    return (
      <p className={style.note} role="alert">
        <Trans>The last search did not end. What was found before stands; search again.</Trans>
      </p>
    )
  if (search.skipped.length === 0) return null
  const [first] = search.skipped
  return (
    <p className={style.note}>
      <Trans>
        Not compared by what too many accounts share: {first!.accounts} have “{first!.key}” in common
        {search.skipped.length > 1 ? ', …' : ''}.
      </Trans>
    </p>
  )
}
