import type { RefusalWords } from '../../platform/refusal-words.ts'

export const transportRefusals: RefusalWords = {
  lane_switch_days_invalid: {
    en: () => 'The last day lies before the first.',
    'zh-Hans': () => '结束日期早于开始日期。',
  },
  lane_switch_not_allowed: {
    en: () => 'For all accounts of a lane only the back office or the head decides. Choose one of your accounts.',
    'zh-Hans': () => '整条线路的调整由后勤或部门负责人决定，您可选择自己负责的客户。',
  },
  lane_switch_empty: {
    en: () => 'No shipment that has still to leave goes by this lane in these days. Nothing was changed.',
    'zh-Hans': () => '该时段内此线路没有待发的货，未做改动。',
  },
  lane_switch_not_found: {
    en: () => 'This switch of a lane is not known.',
    'zh-Hans': () => '未找到该线路调整。',
  },
  lane_switch_ended_already: {
    en: () => 'This switch has ended already; nothing was changed.',
    'zh-Hans': () => '该调整已结束，未做改动。',
  },
  lane_switch_changed_meanwhile: {
    en: () => 'Somebody has changed this switch since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后该调整已被修改，请重新查看。',
  },
}
