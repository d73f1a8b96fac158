import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconGridDots, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { api, type client } from '../../web/api.ts'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { EvidenceWords } from './EvidenceWords.tsx'
import { PotentialDrawer } from './PotentialDrawer.tsx'
import style from './white-space.module.css'

const route = getRouteApi('/_app/accounts/$id/white-space')

export type WhiteSpace = Awaited<ReturnType<typeof client.know.whiteSpace.read>>
export type SpaceLine = WhiteSpace['lines'][number]

/** Potential and share of wallet by product line, what accounts alike buy that this one does not, and who they are. */
export function AccountWhiteSpacePage() {
  const { t } = useLingui()
  const format = useFormat()
  const id = Number(route.useParams().id)
  const { line } = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useAccount(id).data?.mayEditContacts ?? false
  const query = useQuery(api.know.whiteSpace.read.queryOptions({ input: { accountId: id } }))
  const space = query.data
  const open = (next: string | undefined) => void navigate({ search: old => ({ ...old, line: next }) })
  const missing = space?.lines.filter(each => Number(each.own) === 0 && each.evidence !== null) ?? []
  const window = space?.window
  const add = mayEdit && (
    <Button size="xs" leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />} onClick={() => open('new')}>
      <Trans>Enter a potential</Trans>
    </Button>
  )
  return (
    <>
      {missing.length > 0 && (
        <Section title={t`Accounts alike buy, this one does not`} note={t`Most to win first`}>
          <ul className={style.missing}>
            {missing.map(each => (
              <Missing key={each.productLine} line={each} />
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t`Potential by product line`}
        note={window ? t`A year in base currency; our sales of ${format.days(window.from, window.to)}` : ' '}
        actions={add}
      >
        <DataTable
          label={t`Potential by product line`}
          columns={useColumns()}
          rowKey={row => row.productLine}
          {...allRows({ ...query, data: space?.lines })}
          height="content"
          onOpen={mayEdit ? row => open(row.productLine) : undefined}
          isMarked={row => row.productLine === line}
          empty={
            <EmptyState icon={<IconGridDots size={24} stroke={1.5} />} title={t`Nothing can be said yet`} action={add}>
              <Trans>
                It has bought nothing by product line in these twelve months, and nobody has entered what it could buy.
              </Trans>
            </EmptyState>
          }
        />
        {space && (
          <PotentialDrawer
            accountId={id}
            line={line === 'new' ? 'new' : space.lines.find(each => each.productLine === line)}
            mayEdit={mayEdit}
            onClose={() => open(undefined)}
          />
        )}
      </Section>
      {space && <AlikeAccounts space={space} />}
    </>
  )
}

function Missing({ line }: { line: SpaceLine }) {
  const format = useFormat()
  const { evidence } = line
  if (!evidence) return null
  const { buyers, alike } = evidence
  const name = line.productLine
  const median = format.amount(evidence.median, 'compact')
  return (
    <li>
      <Trans>
        {buyers} of {alike} accounts alike buy <strong>{name}</strong>, median {median} a year; it buys none.
      </Trans>
    </li>
  )
}

function AlikeAccounts({ space }: { space: WhiteSpace }) {
  const { t } = useLingui()
  const format = useFormat()
  if (space.alike.length === 0)
    return (
      <Section title={t`Accounts alike`}>
        <p className={style.quiet}>
          <Trans>No account of half to double its size buys alike, so nothing is estimated.</Trans>
        </p>
      </Section>
    )
  return (
    <Section
      title={t`Accounts alike`}
      note={[
        plural(space.alike.length, { one: '# account', other: '# accounts' }),
        t`half to double its sales, by what they buy and how much`,
      ].join(format.language === 'en' ? ', ' : '，')}
    >
      <ul className={style.alike}>
        {space.alike.map(account => (
          <li key={account.accountId}>
            <Link className="link" to="/accounts/$id" params={{ id: String(account.accountId) }}>
              {account.name}
            </Link>
            <span className="figures">{format.amount(account.total, 'compact')}</span>
            <span className={`figures ${style.quiet}`} data-hint={t`Similarity`}>
              {format.share(account.similarity)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useColumns(): Column<SpaceLine>[] {
  const { t } = useLingui()
  const nobodyKnows = t`Too few accounts alike buy it to say`
  return [
    {
      key: 'line',
      header: t`Product line`,
      width: 'minmax(140px, 1.2fr)',
      phone: 'lead',
      render: row => row.productLine,
    },
    {
      key: 'own',
      header: t`Our sales`,
      align: 'right',
      width: '110px',
      render: row => <Amount value={row.own} currency={null} />,
    },
    {
      key: 'potential',
      header: t`Potential`,
      align: 'right',
      width: '110px',
      render: row => <Amount value={row.potential} currency={null} unknown={nobodyKnows} />,
    },
    {
      key: 'source',
      header: t`Basis`,
      width: '100px',
      render: row => row.source && (row.source === 'entered' ? t`Entered` : t`Estimated`),
    },
    {
      key: 'share',
      header: t`Share of wallet`,
      align: 'right',
      width: '120px',
      render: row => <WalletShare line={row} />,
    },
    {
      key: 'open',
      header: t`Left to win`,
      align: 'right',
      width: '110px',
      phone: 'figure',
      render: row => (row.potential === null ? '–' : <Amount value={row.open} currency={null} />),
    },
    {
      key: 'evidence',
      header: t`Evidence`,
      width: 'minmax(240px, 2fr)',
      phone: 'detail',
      render: row => <EvidenceWords line={row} />,
    },
  ]
}

/** Above 100 % somebody entered less than we sell: that has to be asked again. */
function WalletShare({ line }: { line: SpaceLine }) {
  const { t } = useLingui()
  if (line.share === null || line.share <= 1)
    return <Share value={line.share} unknown={t`The potential is not known`} />
  return (
    <span className={style.above} data-hint={t`It buys more of us than the potential entered: ask again`}>
      <Share value={line.share} />
    </span>
  )
}
