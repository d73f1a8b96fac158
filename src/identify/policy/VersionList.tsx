import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { policyDifferences } from '../policy-difference-words.ts'
import type { PolicyVersion } from './use-policy-draft.web.ts'
import style from './VersionList.module.css'

/** All versions, newest first, each with what changed against the one before, in words. */
export function VersionList({ onStart }: { onStart: (version: PolicyVersion) => void }) {
  const { t } = useLingui()
  const query = useInfiniteQuery(
    api.identify.policy.versions.infiniteOptions({
      input: (cursor: number | undefined) => ({ cursor, limit: 20 }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  const { rows, loading, error, onRetry, onMore } = pagedRows(query)
  if (error) return <Failed error={error} onRetry={onRetry} />
  if (loading) return <LinesSkeleton lines={10} />
  return (
    <>
      <ol className={style.list} aria-label={t`Versions`}>
        {rows.map((version, index) => (
          <Version key={version.version} version={version} before={rows[index + 1]} onStart={() => onStart(version)} />
        ))}
      </ol>
      {onMore && (
        <Button variant="default" onClick={onMore} loading={query.isFetchingNextPage}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  )
}

type VersionProps = { version: PolicyVersion; before: PolicyVersion | undefined; onStart: () => void }

function Version({ version, before, onStart }: VersionProps) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const differences = before ? policyDifferences(before.policy, version.policy, language) : []
  return (
    <li className={style.version}>
      <div className={style.head}>
        <h2 className={style.title}>
          {t`Version ${version.version}`} · {version.name}
        </h2>
        {version.inForce && (
          <Badge>
            <Trans>In force</Trans>
          </Badge>
        )}
      </div>
      <p className={style.facts}>
        {[
          version.author,
          format.instant(version.createdAt),
          version.reviews === 0
            ? t`no confirmed review`
            : plural(version.reviews, { one: '# confirmed review', other: '# confirmed reviews' }),
        ].join(' · ')}
      </p>
      {version.note && <p className={style.note}>{version.note}</p>}
      {differences.length > 0 && (
        <ul className={style.differences}>
          {differences.map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {!version.inForce && (
        <div>
          <Button variant="default" size="xs" onClick={onStart}>
            <Trans>Start from this version</Trans>
          </Button>
        </div>
      )}
    </li>
  )
}
