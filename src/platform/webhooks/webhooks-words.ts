import type { RefusalWords } from '../refusal-words.ts'

export const webhooksRefusals: RefusalWords = {
  webhook_not_found: {
    en: () => 'There is no such webhook.',
    'zh-Hans': () => '没有这个 Webhook。',
  },
  webhook_changed_meanwhile: {
    en: () => 'Somebody has changed this webhook since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后该 Webhook 已被修改，请重新查看。',
  },
  webhook_address_invalid: {
    en: () => 'Give an address that begins with https:// (or http:// in your own network), without a password in it.',
    'zh-Hans': () => '请填写以 https:// 开头的地址（内网可用 http://），地址中不要带密码。',
  },
  webhook_type_invalid: {
    en: v => `There is no event ${v.type}.`,
    'zh-Hans': v => `没有事件 ${v.type}。`,
  },
  webhook_delivery_not_found: {
    en: () => 'This message is not in the log any more.',
    'zh-Hans': () => '日志中已没有这条消息。',
  },
  webhook_switched_off: {
    en: () => 'The webhook is switched off. Switch it on first.',
    'zh-Hans': () => '该 Webhook 已停用，请先启用。',
  },
}
