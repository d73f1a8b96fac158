import { inLanguage } from '../../platform/language.ts'
import type { SignalKind } from '../../platform/signal.ts'

const targetsOf = (accountId: number | null) => `/accounts/${accountId}/targets`
const look = inLanguage('Look at the stock', '查看库存')

export const stockOutWords: SignalKind = {
  title: inLanguage('Stock-out ahead', '即将断货'),
  reason: ({ values, due }, { language, day }) => {
    const items = Number(values.items)
    const gone = due === null ? '' : day(due)
    if (language === 'zh-Hans')
      return items === 1
        ? `${values.product} 将于 ${gone}断货`
        : `${items} 项商品将断货，最早 ${gone}（${values.product}）`
    return items === 1
      ? `${values.product} will be gone on ${gone}`
      : `${items} products will be gone, the first on ${gone} (${values.product})`
  },
  actions: ({ accountId }, language) => [
    { label: inLanguage('Plan an order', '拟订补货')(language), path: `${targetsOf(accountId)}?plan=${accountId}` },
    { label: look(language), path: `${targetsOf(accountId)}?state=short` },
  ],
}

export const lyingWords: SignalKind = {
  title: inLanguage('Stock that does not move', '库存积压'),
  reason: ({ values }, { language, money }) => {
    const [excess, dead, worth] = [Number(values.excess), Number(values.dead), money(String(values.surplus))]
    if (language === 'zh-Hans') {
      const parts = [excess > 0 ? `过量 ${excess} 项` : '', dead > 0 ? `呆滞 ${dead} 项` : ''].filter(Boolean)
      return `${parts.join('，')}，占用 ${worth}`
    }
    const parts = [excess > 0 ? `${excess} in excess` : '', dead > 0 ? `${dead} dead` : ''].filter(Boolean)
    return `${parts.join(', ')}: ${worth} lie there`
  },
  actions: ({ accountId, values }, language) => [
    {
      label: look(language),
      path: `${targetsOf(accountId)}?sort=surplus&state=${Number(values.excess) > 0 ? 'excess' : 'dead'}`,
    },
  ],
  weighing: { leadDays: 30 },
}

export const stuffedWords: SignalKind = {
  title: inLanguage('Stuffed before the closing', '结账前压货'),
  reason: ({ values }, { language, money }) =>
    language === 'zh-Hans'
      ? `结账前发货远多于动销：${values.items} 项仍高于目标，超出部分 ${money(String(values.surplus))}；后续订货将减少`
      : `far more was shipped before the closing than sold: ${values.items} products still stand above their target, ${money(String(values.surplus))} too much; the next orders will be missing`,
  actions: ({ accountId }, language) => [{ label: look(language), path: `${targetsOf(accountId)}?state=stuffed` }],
  weighing: { leadDays: 30 },
}

export const draftWords: SignalKind = {
  title: inLanguage('Proposal to send', '待发建议订单'),
  reason: ({ values }, { language, money }) =>
    language === 'zh-Hans'
      ? `每周盘审已拟订单 ${values.number}，${money(String(values.amount))}，尚未向客户提出`
      : `the weekly review drafted ${values.number}, ${money(String(values.amount))}; the account has not seen it`,
  actions: ({ values }, language) => [
    { label: inLanguage('Open the draft', '打开草稿')(language), path: `/supply/orders/${values.order}` },
  ],
}
