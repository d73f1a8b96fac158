import type { Tier } from '../identify/tier.ts'
import { tierName } from '../identify/tier.ts'
import type { Language } from '../platform/language.ts'
import { spreadsheetText } from '../platform/spreadsheet-text.ts'
import type { ListedAccount } from './accounts-list.contract.ts'

type ExportCell = { kind: 'text'; value: string | null } | { kind: 'number'; value: string | number | null }

export type ExportColumn = {
  title: Record<Language, string>
  cell: (account: ListedAccount, language: Language) => ExportCell
}

type Movement = NonNullable<ListedAccount['movement']>

const movementWords: Record<Movement, Record<Language, string>> = {
  up: { en: 'up', 'zh-Hans': '上升' },
  down: { en: 'down', 'zh-Hans': '下降' },
  stayed: { en: 'stayed', 'zh-Hans': '不变' },
  new: { en: 'new', 'zh-Hans': '新进' },
}

const levelWords: Record<NonNullable<ListedAccount['level']>, Record<Language, string>> = {
  group: { en: 'group', 'zh-Hans': '集团' },
  region: { en: 'region', 'zh-Hans': '区域公司' },
  site: { en: 'site', 'zh-Hans': '分公司' },
}

const text = (value: string | null): ExportCell => ({
  kind: 'text',
  value: value === null ? null : spreadsheetText(value),
})
const number = (value: string | number | null): ExportCell => ({ kind: 'number', value })
const tier = (value: Tier | null, language: Language) => text(value && tierName(value, language))

/** The columns of an export, in order. Shares are plain numbers: 0.125 is 12.5%. */
export const exportColumns: readonly ExportColumn[] = [
  { title: { en: 'Code', 'zh-Hans': '编码' }, cell: account => text(account.code) },
  { title: { en: 'Name', 'zh-Hans': '名称' }, cell: account => text(account.name) },
  {
    title: { en: 'Level', 'zh-Hans': '层级' },
    cell: (account, language) => text(account.level && levelWords[account.level][language]),
  },
  { title: { en: 'Parent', 'zh-Hans': '上级公司' }, cell: account => text(account.parent?.name ?? null) },
  { title: { en: 'Country', 'zh-Hans': '国家' }, cell: account => text(account.country) },
  { title: { en: 'Region', 'zh-Hans': '区域' }, cell: account => text(account.region) },
  { title: { en: 'City', 'zh-Hans': '城市' }, cell: account => text(account.city) },
  { title: { en: 'Owner', 'zh-Hans': '负责人' }, cell: account => text(account.owner?.name ?? null) },
  { title: { en: 'Salesperson', 'zh-Hans': '业务员' }, cell: account => text(account.salesperson) },
  { title: { en: 'Cooperation since', 'zh-Hans': '合作起始日' }, cell: account => text(account.cooperationSince) },
  { title: { en: 'Tier', 'zh-Hans': '等级' }, cell: (account, language) => tier(account.tier, language) },
  {
    title: { en: 'Movement', 'zh-Hans': '变动' },
    cell: (account, language) => text(account.movement && movementWords[account.movement][language]),
  },
  { title: { en: 'Points', 'zh-Hans': '积分' }, cell: account => number(account.points) },
  { title: { en: 'Revenue', 'zh-Hans': '销售额' }, cell: account => number(account.revenue) },
  { title: { en: 'Margin', 'zh-Hans': '毛利' }, cell: account => number(account.margin) },
  { title: { en: 'Cost to serve', 'zh-Hans': '服务成本' }, cell: account => number(account.costToServe) },
  { title: { en: 'Contribution', 'zh-Hans': '贡献毛利' }, cell: account => number(account.contribution) },
  { title: { en: 'Margin rate', 'zh-Hans': '毛利率' }, cell: account => number(account.marginRate) },
  { title: { en: 'Documents', 'zh-Hans': '单据数' }, cell: account => number(account.documents) },
  { title: { en: 'Growth', 'zh-Hans': '增长率' }, cell: account => number(account.growth) },
  { title: { en: 'Last order', 'zh-Hans': '最近订货日' }, cell: account => text(account.lastDay) },
  { title: { en: 'Days silent', 'zh-Hans': '未订货天数' }, cell: account => number(account.silentDays) },
]
