import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Unknown } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useFormat } from '../../web/use-format.ts'
import { AppointSponsor } from './AppointSponsor.tsx'
import { EndSponsor } from './EndSponsor.tsx'
import style from './executives.module.css'
import type { ExecutiveRead, SponsorRead } from './executives.web.ts'
import { executivesShare } from './sponsorship.ts'

const route = getRouteApi('/_app/executives')

/** For whom our executives stand, whether they go there, what they promised and where their time goes. */
export function ExecutivesPage() {
  const { t } = useLingui()
  const { appoint } = route.useSearch()
  const navigate = route.useNavigate()
  const mayAppoint = useMay('administrator', 'head', 'executive')
  const query = useQuery(api.engage.executives.overview.queryOptions())
  return (
    <>
      <PageHeader
        title={t`Executives`}
        context={[
          t`A third of their time belongs to key accounts`,
          query.data &&
            plural(query.data.without.length, {
              one: '# platinum account without a sponsor',
              other: '# platinum accounts without a sponsor',
            }),
        ]}
        actions={
          mayAppoint && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => void navigate({ search: { appoint: true } })}
            >
              <Trans>Appoint a sponsor</Trans>
            </Button>
          )
        }
      />
      {query.isPending && <LinesSkeleton lines={12} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.people.length === 0 && (
        <EmptyState title={t`No executive is known here`}>
          <Trans>Invite them under People and rights with the role of executive.</Trans>
        </EmptyState>
      )}
      {query.data?.people.map(executive => (
        <Executive key={executive.person.id} executive={executive} mayAppoint={mayAppoint} />
      ))}
      {query.data && query.data.without.length > 0 && (
        <Section
          title={t`Platinum accounts without a sponsor`}
          note={<Trans>Somebody of ours at the top should know somebody of theirs.</Trans>}
        >
          <ul className={style.without}>
            {query.data.without.map(account => (
              <li key={account.id}>
                <Link to="/accounts/$id" params={{ id: String(account.id) }} className="link">
                  {account.name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <DetailDrawer
        opened={appoint === true}
        onClose={() => void navigate({ search: {} })}
        title={t`Appoint a sponsor`}
      >
        <AppointSponsor
          executives={query.data?.people.map(({ person }) => person) ?? []}
          suggested={query.data?.without ?? []}
          onDone={() => void navigate({ search: {} })}
        />
      </DetailDrawer>
    </>
  )
}

function Executive({ executive, mayAppoint }: { executive: ExecutiveRead; mayAppoint: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const { person, away, sponsors, share } = executive
  const behind = sponsors.filter(sponsor => sponsor.state === 'behind').length
  return (
    <Section
      title={person.name}
      note={[person.title, away && t`away until ${format.day(away.to)}, ${away.deputy} stands in`]
        .filter(Boolean)
        .join(' · ')}
    >
      <Tiles>
        <FigureTile
          label={t`Time with key accounts`}
          hint={t`Of the working time on record of the last twelve weeks; a third is wanted`}
          note={
            share === null ? t`nothing on record` : share >= executivesShare ? t`a third or more` : t`less than a third`
          }
        >
          {share === null ? <Unknown reason={t`nothing on record`} /> : format.share(share)}
        </FigureTile>
        <FigureTile
          label={t`Accounts they stand for`}
          note={behind > 0 ? plural(behind, { one: '# behind its visits', other: '# behind their visits' }) : undefined}
        >
          {format.count(sponsors.length)}
        </FigureTile>
        <FigureTile
          label={t`Promises open`}
          note={
            executive.promisesOverdue > 0
              ? plural(executive.promisesOverdue, { one: '# overdue', other: '# overdue' })
              : undefined
          }
        >
          {format.count(executive.promisesOpen)}
        </FigureTile>
      </Tiles>
      <DataTable
        label={t`Accounts of ${person.name}`}
        columns={useColumns(mayAppoint)}
        rowKey={row => row.id}
        rows={sponsors}
        loading={false}
        error={null}
        onRetry={() => undefined}
        onMore={undefined}
        height="content"
        empty={
          <EmptyState title={t`Stands for no account yet`}>
            <Trans>Begin with the platinum accounts that nobody stands for.</Trans>
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(mayAppoint: boolean): Column<SponsorRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const columns: Column<SponsorRead>[] = [
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(200px, 2fr)',
      phone: 'lead',
      render: row => (
        <Link to="/accounts/$id" params={{ id: String(row.account.id) }} className="link">
          {row.account.name}
        </Link>
      ),
    },
    {
      key: 'promised',
      header: t`Visits a year`,
      width: '110px',
      align: 'right',
      render: row => format.count(row.visitsAYear),
    },
    {
      key: 'held',
      header: t`Held, 12 months`,
      width: '130px',
      align: 'right',
      render: row => format.count(row.held),
    },
    {
      key: 'last',
      header: t`Last visit`,
      width: '130px',
      render: row => (row.lastHeld ? format.day(row.lastHeld) : <Unknown reason={t`Not visited yet`} />),
    },
    {
      key: 'next',
      header: t`Next visit`,
      width: '190px',
      phone: 'detail',
      render: row => <NextVisit sponsor={row} />,
    },
    { key: 'state', header: t`Promise`, width: '84px', phone: 'figure', render: row => <State state={row.state} /> },
  ]
  return mayAppoint
    ? [...columns, { key: 'end', header: '', width: '64px', render: row => <EndSponsor sponsor={row} /> }]
    : columns
}

function NextVisit({ sponsor }: { sponsor: SponsorRead }) {
  const format = useFormat()
  const { account, person, next } = sponsor
  if (next) {
    return (
      <>
        {format.day(next.day)}, {next.time}{' '}
        <Link to={`/visits/${next.visitId}/brief` as string} className="link">
          <Trans>Brief</Trans>
        </Link>
      </>
    )
  }
  return (
    <Link to={`/accounts/${account.id}/visits?plan=1&person=${person.id}` as string} className="link">
      <Trans>Plan a visit</Trans>
    </Link>
  )
}

function State({ state }: { state: SponsorRead['state'] }) {
  const { t } = useLingui()
  if (state === 'kept') return t`kept`
  if (state === 'planned') return t`planned`
  return <span className={style.behind}>{t`behind`}</span>
}
