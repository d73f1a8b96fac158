import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import type { Import } from '../ImportState.tsx'
import { useKindWords } from '../kind-words.web.ts'
import type { Corrections } from '../shape.ts'
import style from './CheckImport.module.css'
import { ColumnMap } from './ColumnMap.tsx'
import { DoubtfulRows } from './DoubtfulRows.tsx'
import { FirstRows } from './FirstRows.tsx'
import { ImportOptions } from './ImportOptions.tsx'
import { Questions } from './Questions.tsx'
import { ShapeFields } from './ShapeFields.tsx'
import { useShapeWords } from './shape-words.web.ts'

type Given = { source?: string; corrections?: Corrections; createAccounts?: boolean; createProducts?: boolean }

/** What was understood of the file, to be corrected in place; nothing is imported before the start. */
export function CheckImport({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  const words = useShapeWords()
  const queries = useQueryClient()
  const { id, shape, questions } = shown
  const preview = useQuery(api.imports.preview.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }))
  const correct = useMutation(
    api.imports.correct.mutationOptions({
      onSuccess: async corrected => {
        queries.setQueryData(api.imports.show.queryKey({ input: { id } }), corrected)
        await queries.invalidateQueries({ queryKey: api.imports.preview.key({ input: { id } }) })
      },
      onError: sayFailed,
    }),
  )
  const give = (given: Given) => correct.mutate({ id, ...given })
  const onCorrect = (corrections: Corrections) => give({ corrections })
  const rows = preview.data?.rows ?? []
  // While a needed column is open, every row would be doubtful for that alone.
  const columnsKnown = !questions.some(question => question.code.startsWith('column_'))
  const dayAt = shape ? (shape.columns.day ?? shape.columns.cooperation_since) : undefined
  const dayExample = dayAt === undefined ? null : (rows.find(row => row.cells[dayAt]?.trim())?.cells[dayAt] ?? null)
  return (
    <>
      {questions.length > 0 && <Questions questions={questions} pending={correct.isPending} onAnswer={onCorrect} />}
      {shape && shape.format !== 'interchange' && (
        <Section
          title={t`How the file is read`}
          note={t`${words.file(shape)}; what you correct is remembered for the source ${shown.source}`}
        >
          <ShapeFields shape={shape} dayExample={dayExample} pending={correct.isPending} onCorrect={onCorrect} />
        </Section>
      )}
      {preview.isError ? (
        <Failed error={preview.error} onRetry={preview.refetch} inline />
      ) : preview.isPending ? (
        <LinesSkeleton lines={8} />
      ) : (
        shape &&
        (shape.format === 'interchange' ? (
          <FirstRows shape={shape} rows={rows} stale={preview.isFetching} />
        ) : (
          <>
            {columnsKnown && preview.data.looked > 0 && (
              <DoubtfulRows doubtful={preview.data.doubtful} looked={preview.data.looked} />
            )}
            <div className={style.halves}>
              <ColumnMap shape={shape} rows={rows} pending={correct.isPending} onCorrect={onCorrect} />
              <div className={style.side}>
                <FirstRows shape={shape} rows={rows} stale={correct.isPending || preview.isFetching} />
                <ImportOptions import={shown} pending={correct.isPending} onChange={give} />
              </div>
            </div>
          </>
        ))
      )}
      <StartBar import={shown} pending={correct.isPending} />
    </>
  )
}

/** Always in sight: what is still open, and the start. */
function StartBar({ import: shown, pending }: { import: Import; pending: boolean }) {
  const { t } = useLingui()
  const kinds = useKindWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { id } = shown
  const start = useMutation(
    api.imports.start.mutationOptions({
      onSuccess: started => queries.setQueryData(api.imports.show.queryKey({ input: { id } }), started),
      onError: sayFailed,
    }),
  )
  const discard = useMutation(
    api.imports.discard.mutationOptions({
      onSuccess: async () => {
        sayDone(t`${shown.fileName} was discarded.`)
        await navigate({ to: '/imports' })
        queries.removeQueries({ queryKey: api.imports.show.key({ input: { id } }) })
        await queries.invalidateQueries({ queryKey: api.imports.list.key() })
      },
      onError: sayFailed,
    }),
  )
  const open = shown.questions.length > 0 || shown.shape === null
  return (
    <div className={style.bar}>
      <p className={style.barWords}>
        {open ? (
          <Trans>Answer the questions above first.</Trans>
        ) : (
          <Trans>Nothing is imported yet. An import can be undone at any time.</Trans>
        )}
      </p>
      <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate({ id })}>
        <Trans>Discard</Trans>
      </Button>
      <Button disabled={open || pending} loading={start.isPending} onClick={() => start.mutate({ id })}>
        {shown.kind ? t`Import the ${kinds.kindInside(shown.kind)}` : t`Import`}
      </Button>
    </div>
  )
}
