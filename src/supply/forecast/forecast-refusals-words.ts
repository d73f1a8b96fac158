import type { RefusalWords } from '../../platform/refusal-words.ts'

export const forecastRefusals: RefusalWords = {
  forecasts_under_way: {
    en: () => 'Forecasts are being made already; wait for these or stop them.',
    'zh-Hans': () => '预测正在计算中；请等待完成，或先停止。',
  },
  forecasts_not_under_way: {
    en: () => 'No forecasts are being made at the moment.',
    'zh-Hans': () => '当前没有正在进行的预测计算。',
  },
  forecast_unknown: {
    en: () =>
      'There is no forecast of this: nothing of it was sold in the last 24 months, or forecasts have not been made.',
    'zh-Hans': () => '没有该项预测：最近 24 个月没有销量，或尚未计算预测。',
  },
  adjustment_unknown: {
    en: () => 'This adjustment does not exist or was taken back.',
    'zh-Hans': () => '该调整不存在或已撤回。',
  },
  adjustment_changed_meanwhile: {
    en: v => `“${v.title}” was changed by somebody else meanwhile. Yours was not saved; look at it again.`,
    'zh-Hans': v => `“${v.title}”已被他人修改，您的修改未保存；请重新查看。`,
  },
  adjustment_needs_account: {
    en: () =>
      'You may adjust forecasts of the accounts you own: name one. For several accounts ask the head or the order desk.',
    'zh-Hans': () => '您可以调整自己负责客户的预测：请指定客户。涉及多个客户时，请找部门负责人或商务。',
  },
  adjustment_category_unknown: {
    en: v => `No product belongs to the category “${v.category}”.`,
    'zh-Hans': v => `没有产品属于类别“${v.category}”。`,
  },
  adjustment_not_begun: {
    en: v => `It begins on ${v.day}; what it brought can be said from then on.`,
    'zh-Hans': v => `该调整自 ${v.day} 开始；届时才能填写实际效果。`,
  },
}
