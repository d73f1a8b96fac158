import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { api, client } from '../web/api.ts'
import { saveText, toCsv } from '../web/charts/csv.ts'
import { sayFailed } from '../web/feedback/say.tsx'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useFormat } from '../web/use-format.ts'
import { ChangeItem } from './account/ChangeItem.tsx'
import style from './account/changes.module.css'
import { actWords, valueChanges } from './change-words.ts'
import { recordedWords, type Saying } from './recorded-words.ts'
import { useSaying } from './use-saying.web.ts'

/** What people changed about the account, newest first: who, when, what before and after. */
export function ChangesPanel({ accountId, code }: { accountId: number; code: string }) {
  const { t } = useLingui()
  const query = useInfiniteQuery(
    api.accounts.changes.infiniteOptions({
      input: (cursor: number | undefined) => ({ id: accountId, cursor, limit: 50 }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  const changes = query.data?.pages.flatMap(page => page.items)
  const saying = useSaying(accountId)
  return (
    <Section
      title={t`Changes`}
      note={t`What people changed here; imports are told in their own history`}
      actions={changes && changes.length > 0 && <ExportChanges accountId={accountId} code={code} saying={saying} />}
    >
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : !changes ? (
        <LinesSkeleton lines={6} />
      ) : changes.length === 0 ? (
        <EmptyState icon={<IconHistory size={24} stroke={1.5} />} title={t`Nobody has changed anything here yet`}>
          <Trans>Every edit of the details, contacts, costs and tier is written down with its author.</Trans>
        </EmptyState>
      ) : (
        <ol className={style.changes}>
          {changes.map(change => (
            <ChangeItem key={change.id} change={change} saying={saying} />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <div className={style.more}>
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            <Trans>Show earlier changes</Trans>
          </Button>
        </div>
      )}
    </Section>
  )
}

/** All changes as a CSV, a line a value; figures and days stay as machines read them. */
function ExportChanges({ accountId, code, saying }: { accountId: number; code: string; saying: Saying }) {
  const { t } = useLingui()
  const { language } = useFormat()
  const text = (subject: string, field: string, value: unknown): string | null => {
    if (value === null) return null
    return typeof value === 'string' && /^-?\d[\d.:TZ-]*$/.test(value)
      ? value
      : recordedWords(subject, field, value, saying)
  }
  const save = useMutation({
    mutationFn: async () => {
      const rows: (string | null)[][] = []
      let cursor: number | undefined
      do {
        const page = await client.accounts.changes({ id: accountId, cursor, limit: 500 })
        for (const change of page.items) {
          const { at, actor, subject, operation, before, after } = change
          for (const value of valueChanges(subject, before, after, language)) {
            rows.push([
              at,
              actor,
              actWords(subject, operation, language),
              value.name,
              text(subject, value.field, value.before),
              text(subject, value.field, value.after),
            ])
          }
        }
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      saveText(`changes-${code}.csv`, toCsv([t`When (UTC)`, t`Who`, t`Act`, t`Value`, t`Before`, t`After`], rows))
    },
    onError: sayFailed,
  })
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={14} stroke={1.6} aria-hidden="true" />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      <Trans>Export the changes</Trans>
    </Button>
  )
}
