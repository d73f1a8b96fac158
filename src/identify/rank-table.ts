import type { Language } from '../platform/language.ts'
import { groupedAmount } from './measure-words.ts'
import type { RankReport } from './ranking.ts'
import { tierName } from './tier.ts'

/** The report as a table that a person can read in a terminal. */
export function rankTable(report: RankReport, language: Language): string {
  const chinese = language === 'zh-Hans'
  const say = (english: string, other: string) => (chinese ? other : english)
  const amount = (value: string | null) => (value === null ? '–' : groupedAmount(value))
  const { totals, curve } = report
  const facts: [string, string][] = [
    [say('Window', '窗口期'), report.from === null ? '–' : `${report.from} – ${report.to} (${report.currency})`],
    [
      say('Accounts', '客户'),
      say(
        `${totals.accounts}, with ${totals.documents} documents and ${totals.lines} lines`,
        `${totals.accounts} 家，单据 ${totals.documents} 张，明细 ${totals.lines} 行`,
      ),
    ],
    [say('Revenue', '销售额'), amount(totals.revenue)],
    [say('Margin', '毛利'), `${amount(totals.margin)}${coverageWords(totals.costCoverage, chinese)}`],
    [say('Contribution', '贡献毛利'), amount(totals.contribution)],
    [say('80% of revenue', '80% 销售额'), counted(curve.accountsFor80PercentOfRevenue, chinese)],
    [say('80% of margin', '80% 毛利'), counted(curve.accountsFor80PercentOfMargin, chinese)],
    [
      say('Top fifth', '前五分之一'),
      say(
        `${curve.topFifth.accounts} accounts: ${percent(curve.topFifth.revenueShare)} of revenue, ${percent(curve.topFifth.marginShare)} of margin`,
        `${curve.topFifth.accounts} 家：占销售额 ${percent(curve.topFifth.revenueShare)}，占毛利 ${percent(curve.topFifth.marginShare)}`,
      ),
    ],
    [
      say('Peak of margin', '毛利峰值'),
      curve.peak
        ? say(
            `${amount(curve.peak.margin)} with ${curve.peak.accounts} accounts`,
            `${amount(curve.peak.margin)}（${curve.peak.accounts} 家）`,
          )
        : '–',
    ],
    [
      say('Losing money', '亏损客户'),
      curve.lossMaking === null
        ? '–'
        : say(
            `${curve.lossMaking}, ${curve.lossMakingInTopFifthByRevenue} of them in the top fifth by revenue`,
            `${curve.lossMaking} 家，其中 ${curve.lossMakingInTopFifthByRevenue} 家在销售额前五分之一`,
          ),
    ],
  ]
  const head = [
    '#',
    say('Account', '编码'),
    say('Name', '名称'),
    say('Revenue', '销售额'),
    say('Margin', '毛利'),
    say('Contribution', '贡献毛利'),
    say('Documents', '单据'),
    say('Points', '积分'),
    say('Tier', '等级'),
  ]
  const rows = report.accounts.map(account => [
    String(account.rank),
    account.account,
    shortened(account.name),
    amount(account.revenue),
    amount(account.margin),
    amount(account.contribution),
    String(account.documents),
    account.points === null ? '–' : account.points.toFixed(2),
    account.tier === null ? '–' : tierName(account.tier, language),
  ])
  const left = new Set([1, 2, 8])
  return `${aligned(facts, new Set([0, 1]))}\n\n${aligned([head, ...rows], left)}`
}

const percent = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(2)}%`.replace('-', '−')
const counted = (accounts: number | null, chinese: boolean): string =>
  accounts === null ? '–' : chinese ? `${accounts} 家` : `${accounts} accounts`
const coverageWords = (share: number | null, chinese: boolean): string =>
  share === null || share === 1
    ? ''
    : chinese
      ? `（成本覆盖 ${percent(share)}）`
      : ` (cost known for ${percent(share)} of revenue)`

/** A name of at most 32 columns. */
function shortened(name: string): string {
  if (columnsOf(name) <= 32) return name
  let kept = ''
  for (const character of name) {
    if (columnsOf(kept + character) > 31) break
    kept += character
  }
  return `${kept}…`
}

/** Chinese characters take two columns of a terminal. */
const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  )

function aligned(rows: readonly (readonly string[])[], left: ReadonlySet<number>): string {
  const widths =
    rows[0]?.map((_, column) => rows.reduce((widest, row) => Math.max(widest, columnsOf(row[column]!)), 0)) ?? []
  return rows
    .map(row =>
      row
        .map((cell, column) => {
          const space = ' '.repeat(widths[column]! - columnsOf(cell))
          return left.has(column) ? cell + space : space + cell
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
