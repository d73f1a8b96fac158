import { useLingui } from '@lingui/react/macro'
import { countryName } from '../../accounts/country-name.ts'
import { levelName } from '../../accounts/level-words.ts'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { measureMeaning, measureName } from '../../identify/measure-words.ts'
import type { MeasureKey } from '../../identify/measures.ts'
import { Amount, Share, Unknown } from '../../web/figures/Amount.tsx'
import { Sparkline } from '../../web/figures/Sparkline.tsx'
import { useCompany } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { useFormat } from '../../web/use-format.ts'
import type { ColumnKey } from '../accounts-search.ts'
import style from './columns.module.css'
import { ListedTier } from './ListedTier.tsx'
import type { ListedAccount } from './list.web.ts'

type Part = Omit<Column<ListedAccount>, 'key'>

/** Every column of the list by its key; the page shows those that the person has chosen. */
export function useAccountColumns(): { name: Column<ListedAccount>; others: Record<ColumnKey, Column<ListedAccount>> } {
  const { t } = useLingui()
  const format = useFormat()
  const { language } = format
  const { baseCurrency } = useCompany()
  const unit = baseCurrency === 'XXX' ? '' : `, ${baseCurrency}`
  const noCost = t`No cost is known for its lines`
  const text = (header: string, width: string, value: (row: ListedAccount) => string | null): Part => ({
    header,
    width,
    sortable: true,
    render: row => {
      const words = value(row)
      return words === null ? '' : <span data-hint={words}>{words}</span>
    },
  })
  const figure = (measure: MeasureKey, width: string, render: Part['render'], inUnit = false): Part => ({
    header: `${measureName(measure, language)}${inUnit ? unit : ''}`,
    hint: measureMeaning(measure, language),
    width,
    align: 'right',
    sortable: true,
    render,
  })
  const amount = (measure: 'revenue' | 'margin' | 'costToServe' | 'contribution'): Part =>
    figure(measure, '110px', row => <Amount value={row[measure]} currency={null} unknown={noCost} />, true)
  const parts: Record<ColumnKey, Part> = {
    tier: {
      header: t`Tier`,
      hint: t`Tier and movement at the last review; ordered by points`,
      width: '48px',
      sortable: true,
      firstSort: 'desc',
      phone: 'detail',
      render: row => <ListedTier account={row} />,
    },
    points: {
      header: t`Points`,
      hint: t`Of 100, at the last review`,
      width: '56px',
      align: 'right',
      sortable: true,
      render: row => (row.points === null ? <Unknown reason={t`Not reviewed yet`} /> : format.points(row.points)),
    },
    owner: {
      ...text(t`Owner`, 'minmax(92px, 0.8fr)', row => row.owner?.name ?? null),
      render: row =>
        row.owner ? (
          <span data-hint={row.owner.name}>{row.owner.name}</span>
        ) : (
          <span className={style.quiet}>{t`Nobody`}</span>
        ),
    },
    country: text(t`Country`, 'minmax(76px, 0.5fr)', row => row.country && countryName(row.country, language)),
    region: text(t`Region`, 'minmax(96px, 0.7fr)', row => row.region),
    city: text(t`City`, 'minmax(88px, 0.6fr)', row => row.city),
    level: text(t`Level`, '72px', row => row.level && levelName(row.level, language)),
    salesperson: text(t`Salesperson`, 'minmax(96px, 0.7fr)', row => row.salesperson),
    cooperationSince: text(t`Since`, '108px', row => row.cooperationSince && format.day(row.cooperationSince)),
    months: {
      header: t`12 months`,
      hint: t`Revenue of the 12 months that end with the window`,
      width: '80px',
      render: row => <Sparkline width={80} values={row.months.map(Number)} label={t`Revenue by month`} />,
    },
    revenue: amount('revenue'),
    margin: amount('margin'),
    costToServe: amount('costToServe'),
    contribution: amount('contribution'),
    marginRate: figure('marginRate', '68px', row => <Share value={row.marginRate} unknown={noCost} />),
    growth: figure('growth', '76px', row => (
      <Share value={row.growth} signed unknown={t`Nothing bought in the window before`} />
    )),
    documents: figure('documents', '76px', row => format.count(row.documents)),
    lastDay: {
      header: t`Last order`,
      hint: t`Last day on which it bought`,
      width: language === 'en' ? '92px' : '108px',
      align: 'right',
      sortable: true,
      render: row =>
        row.lastDay === null ? (
          <Unknown reason={t`It has bought nothing yet`} />
        ) : (
          <span data-hint={row.silentDays === null ? undefined : t`${row.silentDays} days silent`}>
            {format.day(row.lastDay)}
          </span>
        ),
    },
  }
  const others = Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, { key, ...part }]))
  return {
    name: {
      key: 'name',
      header: t`Account`,
      width: 'minmax(200px, 2fr)',
      sortable: true,
      phone: 'lead',
      render: row => (
        <span data-hint={row.name}>
          <AccountLink account={row} />
        </span>
      ),
    },
    others: others as Record<ColumnKey, Column<ListedAccount>>,
  }
}
