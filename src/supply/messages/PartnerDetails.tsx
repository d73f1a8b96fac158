import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { ActivityCodes } from './ActivityCodes.tsx'
import { MappedCodes } from './MappedCodes.tsx'
import { type PartnerWhole, standardNames } from './messages.web.ts'
import { PartnerForm } from './PartnerForm.tsx'
import { PartnerMessages } from './PartnerMessages.tsx'
import style from './partners.module.css'
import { UnmappedCodes } from './UnmappedCodes.tsx'
import { WaitingRows } from './WaitingRows.tsx'

/** One partner: what waits for a word of ours first, then who it is, and how its codes are read. */
export function PartnerDetails({ id }: { id: number }) {
  const query = useQuery(api.supply.messages.partner.queryOptions({ input: { id } }))
  const [editing, setEditing] = useState(false)
  if (query.isPending) return <LinesSkeleton lines={10} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const partner = query.data
  if (editing) return <PartnerForm partner={partner} onDone={() => setEditing(false)} />
  return (
    <div className={style.details}>
      <WaitingRows waiting={partner.waiting} />
      <UnmappedCodes partner={partner} />
      <section className={style.part}>
        <Facts partner={partner} />
        {partner.mayEdit && (
          <Button size="xs" variant="default" mt="sm" onClick={() => setEditing(true)}>
            <Trans>Edit the partner</Trans>
          </Button>
        )}
      </section>
      <PartnerMessages partnerId={id} />
      <MappedCodes partner={partner} />
      <ActivityCodes partner={partner} />
    </div>
  )
}

function Facts({ partner }: { partner: PartnerWhole }) {
  const { t } = useLingui()
  const { account } = partner
  const facts: [string, ReactNode][] = [
    [
      t`Account`,
      account ? (
        <Link key="account" className="link" to="/accounts/$id" params={{ id: String(account.id) }}>
          {account.name}
        </Link>
      ) : (
        <span key="account" className={style.wanting}>{t`not said yet`}</span>
      ),
    ],
    [t`Standard`, `${standardNames[partner.standard]}, ${partner.messageVersion}`],
    [t`Their name in messages`, [partner.theirQualifier, partner.theirId].filter(Boolean).join(' ')],
    [t`Our name in messages`, [partner.ourQualifier, partner.ourId].filter(Boolean).join(' ') || '–'],
    [t`Test or production`, partner.test ? t`In test` : t`In production`],
    [
      t`Orders go out`,
      partner.sendsOrders ? t({ message: 'Yes', context: 'EDI' }) : t({ message: 'No', context: 'EDI' }),
    ],
  ]
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={style.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
