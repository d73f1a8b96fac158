import { useLingui } from '@lingui/react/macro'
import { Unknown } from '../../web/figures/Amount.tsx'
import type { Column } from '../../web/table/column.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { InfluenceDots } from '../map/InfluenceDots.tsx'
import { StanceMark } from '../map/StanceMark.tsx'
import { buyingRoleName } from './buying-role-words.ts'
import { PhoneLink } from './PhoneLink.tsx'
import style from './people.module.css'
import type { PersonListed } from './people.web.ts'
import { profileFieldName, strengthName } from './profile-words.ts'

/** The columns of an account's people. On a phone: the name, role and post, and the number to tap. */
export function usePeopleColumns(): Column<PersonListed>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    {
      key: 'name',
      header: t({ message: 'Name', context: 'person' }),
      width: 'minmax(150px, 1.3fr)',
      phone: 'lead',
      render: row => (
        <span className={row.leftOn === null ? undefined : style.left} data-hint={row.name}>
          {row.name}
        </span>
      ),
    },
    {
      key: 'part',
      header: t`Part in buying`,
      width: 'minmax(120px, 0.9fr)',
      phone: 'detail',
      hint: profileFieldName('buyingRole', language),
      render: row =>
        row.leftOn === null ? (
          <>
            {row.buyingRole === null ? (
              <Unknown reason={t`Nobody has said yet`} />
            ) : (
              buyingRoleName(row.buyingRole, language)
            )}
            {row.role && <span className={style.onPhone}> · {row.role}</span>}
          </>
        ) : (
          t`left on ${format.day(row.leftOn)}`
        ),
    },
    {
      key: 'role',
      header: t({ message: 'Job title', context: 'person' }),
      width: 'minmax(130px, 1.1fr)',
      render: row => row.role && <span data-hint={row.role}>{row.role}</span>,
    },
    {
      key: 'stance',
      header: profileFieldName('stance', language),
      width: 'minmax(120px, 0.9fr)',
      render: row =>
        row.stance === null ? <Unknown reason={t`Nobody has said yet`} /> : <StanceMark stance={row.stance} named />,
    },
    {
      key: 'influence',
      header: profileFieldName('influence', language),
      width: '88px',
      render: row =>
        row.influence === null ? (
          <Unknown reason={t`Nobody has said yet`} />
        ) : (
          <InfluenceDots influence={row.influence} />
        ),
    },
    {
      key: 'knownBy',
      header: t`Known by`,
      width: 'minmax(140px, 1.1fr)',
      render: ({ acquaintances: [best, ...others] }) => {
        if (!best) return <Unknown reason={t`Nobody of ours knows them`} />
        const all = [best, ...others].map(each => `${each.personName}: ${strengthName(each.strength, language)}`)
        return (
          <span data-hint={all.join('\n')}>
            {best.personName}
            {others.length > 0 && <span className={style.more}> +{others.length}</span>}
          </span>
        )
      },
    },
    {
      key: 'lastContact',
      header: t`Last contact`,
      width: '112px',
      align: 'right',
      render: row =>
        row.lastContactOn === null ? <Unknown reason={t`No contact on record`} /> : format.day(row.lastContactOn),
    },
    {
      key: 'phone',
      header: t({ message: 'Phone', context: 'person' }),
      width: 'minmax(130px, 0.9fr)',
      phone: 'figure',
      render: row => {
        const number = row.mobile ?? row.phone
        return number && <PhoneLink number={number} />
      },
    },
  ]
}
