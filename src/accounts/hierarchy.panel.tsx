import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import { Failed } from '../web/page/Failed.tsx'
import { Section } from '../web/page/Section.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import { useLanguage } from '../web/use-format.ts'
import type { AccountLevel } from './account.ts'
import type { AccountRead } from './details/account.web.ts'
import style from './details/details.module.css'
import { levelName } from './level-words.ts'

/** The companies above, from the top down, and those directly below. */
export function HierarchyPanel({ account }: { account: AccountRead }) {
  const { t } = useLingui()
  const query = useQuery(api.accounts.hierarchy.queryOptions({ input: { id: account.id } }))
  const hierarchy = query.data
  return (
    <Section title={t`Group and sites`}>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} inline />
      ) : !hierarchy ? (
        <LinesSkeleton lines={3} />
      ) : hierarchy.ancestors.length + hierarchy.children.length === 0 ? (
        <p className={style.quiet}>
          <Trans>It belongs to no group and has no sites.</Trans>
        </p>
      ) : (
        <>
          {hierarchy.ring && (
            <p className={style.warning} role="alert">
              <Trans>These companies name each other as parent. Edit one of them to end the ring.</Trans>
            </p>
          )}
          <ul className={style.list}>
            {hierarchy.ancestors.map((above, depth) => (
              <Company key={above.id} company={above} depth={depth} />
            ))}
            <Company company={account} depth={hierarchy.ancestors.length} here />
            {hierarchy.children.map(below => (
              <Company
                key={below.id}
                company={below}
                depth={hierarchy.ancestors.length + 1}
                note={
                  below.children > 0
                    ? plural(below.children, { one: '# company below it', other: '# companies below it' })
                    : undefined
                }
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

type CompanyProps = {
  company: { id: number; code: string; name: string; level: AccountLevel | null }
  depth: number
  here?: boolean
  note?: string
}

function Company({ company, depth, here, note }: CompanyProps) {
  const language = useLanguage()
  return (
    <li className={style.row} style={{ paddingLeft: depth * 20 }}>
      <span className={style.name} data-hint={company.name}>
        {here ? (
          <span className={style.here}>{company.name}</span>
        ) : (
          <Link to="/accounts/$id" params={{ id: String(company.id) }} className="link">
            {company.name}
          </Link>
        )}
      </span>
      <span className={style.quiet}>
        {[company.level && levelName(company.level, language), note, company.code].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}
