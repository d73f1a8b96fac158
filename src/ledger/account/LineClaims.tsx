import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import { importPath } from '../import-path.ts'
import style from './documents.module.css'
import { LineFigures } from './LineFigures.tsx'

/** What each import said of a line, the one in force first. */
export function LineClaims({ accountId, documentId, line }: { accountId: number; documentId: number; line: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const query = useQuery(api.ledger.claims.queryOptions({ input: { accountId, documentId, line } }))
  if (query.isError) return <Failed error={query.error} onRetry={query.refetch} inline />
  const claims = query.data?.items
  if (!claims) return <LinesSkeleton lines={2} />
  const foreign = claims.some(claim => claim.currency !== null)
  return (
    <div className={style.claims}>
      <table className={style.table}>
        <caption className="visually-hidden">{t`Versions of line ${line}`}</caption>
        <tbody>
          {claims.map((claim, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one import may say a line once only, a key may say it often
            <tr key={index}>
              <td>
                {claim.importId === null ? (
                  <Trans>Pushed by the ERP</Trans>
                ) : (
                  <Link to={importPath(claim.importId)} className="link">
                    <Trans>Import {claim.importId}</Trans>
                  </Link>
                )}
                <span className={style.code}>{index === 0 ? t`in force` : t`replaced`}</span>
              </td>
              <td>{format.day(claim.day)}</td>
              <LineFigures line={claim} foreign={foreign} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
