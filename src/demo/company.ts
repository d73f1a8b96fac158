/**
 * A company that does not exist: it makes industrial network switches in Ningbo and sells them through dealers,
 * distributors and project contractors. All names in the demo are put together by chance; none is meant for anyone.
 */
/** The first working day after the demo's last month: its today. */
export const demoDay = '2026-11-02'

export const company = {
  name: 'Tingyu Industrial Networks 汀屿工业网络',
  baseCurrency: 'CNY',
  foreignCurrency: 'USD',
  fiscalYearStartMonth: 1,
  timeZone: 'Asia/Shanghai',
  mailDomain: 'tingyu.example',
} as const
