import { inLanguage } from '../../platform/language.ts'
import type { SignalKind } from '../../platform/signal.ts'

export const forecastOffWords: SignalKind = {
  title: inLanguage('Forecast far off', '预测严重偏离'),
  reason: ({ values }, { language, percent }) => {
    const { name, months, expected, came } = values as { name: string; months: number; expected: number; came: number }
    const off = came > 0 ? percent(Math.abs(expected - came) / came) : null
    if (language === 'zh-Hans') {
      return `${name}：连续 ${months} 个月预测偏${expected > came ? '高' : '低'}，预测 ${expected} 件，实际 ${came} 件${off === null ? '' : `，相差 ${off}`}`
    }
    return `${name}: ${months} months running too ${expected > came ? 'much' : 'little'} was expected, ${expected} pieces against ${came} that came${off === null ? '' : `, ${off} apart`}`
  },
  actions: ({ values }, language) => [
    {
      label: inLanguage('Look at the forecast', '查看预测')(language),
      path: `/accounts/${values.account}/forecast?series=item%20${values.account}%20${values.product}`,
    },
    {
      label: inLanguage('Adjust it', '调整预测')(language),
      path: `/accounts/${values.account}/forecast?series=item%20${values.account}%20${values.product}&adjustment=new`,
    },
  ],
}
