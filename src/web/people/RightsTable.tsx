import { Trans, useLingui } from '@lingui/react/macro'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { isRole, roles } from '../../platform/roles.ts'
import { Failed } from '../page/Failed.tsx'
import { LinesSkeleton } from '../page/Skeletons.tsx'
import { documentQuery } from '../reference/document-query.ts'
import { operationsOf } from '../reference/openapi.ts'
import { useRoleName } from '../shell/role-name.ts'
import style from './people.module.css'
import { useRoleMeaning } from './RoleSelect.tsx'

/** Roles in words, then every operation by role as the server itself enforces it. */
export function RightsTable() {
  const { t } = useLingui()
  const roleName = useRoleName()
  const meaning = useRoleMeaning()
  const document = useQuery(documentQuery)
  const groups = document.data
    ? operationsOf(document.data)
        .map(group => ({ ...group, operations: group.operations.filter(operation => operation.roles?.some(isRole)) }))
        .filter(group => group.operations.length > 0)
    : []
  return (
    <>
      <dl className={style.meanings}>
        {roles.map(role => (
          <div key={role}>
            <dt>{roleName(role)}</dt>
            <dd>{meaning[role]}</dd>
          </div>
        ))}
      </dl>
      {document.isPending && <LinesSkeleton lines={8} />}
      {document.isError && <Failed error={document.error} onRetry={() => void document.refetch()} />}
      {groups.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        <section className={style.rights} tabIndex={0} aria-label={t`Operations by role`}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Operation</Trans>
                </th>
                {roles.map(role => (
                  <th key={role} scope="col">
                    {roleName(role)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map(group => (
                <Fragment key={group.group}>
                  <tr>
                    <th colSpan={roles.length + 1} scope="colgroup">
                      {group.group}
                    </th>
                  </tr>
                  {group.operations.map(operation => (
                    <tr key={operation.id}>
                      <td>{operation.summary}</td>
                      {roles.map(role => (
                        <td key={role}>
                          <Mark yes={operation.roles?.includes(role) ?? false} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function Mark({ yes }: { yes: boolean }) {
  const { t } = useLingui()
  if (!yes) return <span className={style.no}>–</span>
  return <IconCheck size={16} className={style.yes} role="img" aria-label={t`may`} />
}
