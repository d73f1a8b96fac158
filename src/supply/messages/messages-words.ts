import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { FaultCode } from './interchange/interchange-fault.ts'
import { faultSentence } from './interchange-refused.ts'

const faultOf = (v: Record<string, unknown>) => ({
  code: v.fault as FaultCode,
  stated: (v.stated as string | null) ?? undefined,
  found: (v.found as string | null) ?? undefined,
})

/** The sentences of this part's refusals. */
export const messagesRefusals: RefusalWords = {
  interchange_invalid: {
    en: v =>
      `The interchange${v.control ? ` ${v.control}` : ''} is refused whole at segment ${v.position} (${v.segment}): ${faultSentence(faultOf(v), 'en')}. Nothing of it was taken in; the acknowledgement for the sender stands with the EDI partner.`,
    'zh-Hans': v =>
      `交换${v.control ? ` ${v.control} ` : ''}在第 ${v.position} 段（${v.segment}）被整体拒收：${faultSentence(faultOf(v), 'zh-Hans')}。未接收任何数据；给发送方的回执可在 EDI 伙伴页下载。`,
  },
  interchange_repeated: {
    en: v =>
      `The interchange ${v.control} of this sender was received before (import ${v.import}). Nothing was taken in again; undo that import first if it is to replace it.`,
    'zh-Hans': v =>
      `该发送方的交换 ${v.control} 此前已收到（导入 ${v.import}），未重复接收。如需替换，请先撤销那次导入。`,
  },
  interchange_too_large: {
    en: v => `This door takes up to ${v.megabytes} MB at once. Upload the file as an import instead.`,
    'zh-Hans': v => `此入口一次最多接收 ${v.megabytes} MB，请改用文件导入。`,
  },
  not_an_interchange_invalid: {
    en: v => `${v.file} is no X12 or EDIFACT interchange: it begins with neither ISA, UNA nor UNB.`,
    'zh-Hans': v => `${v.file} 不是 X12 或 EDIFACT 交换：开头不是 ISA、UNA 或 UNB。`,
  },
  kind_contradicts: {
    en: v => `The file ${v.file} is ${v.found}, not ${v.kind}. Leave the kind out: it is told by the content.`,
    'zh-Hans': v => `文件 ${v.file} 的内容是${v.found}，不是${v.kind}。请不要指定类型，系统会按内容识别。`,
  },
  partner_not_found: {
    en: () => 'There is no such EDI partner.',
    'zh-Hans': () => '没有这个 EDI 伙伴。',
  },
  partner_changed_meanwhile: {
    en: () => 'Somebody changed this partner meanwhile. Look at it again, then save.',
    'zh-Hans': () => '该伙伴已被他人修改，请刷新后再保存。',
  },
  partner_name_taken: {
    en: v => `${v.id} is already the name of another EDI partner of this standard.`,
    'zh-Hans': v => `${v.id} 已是同一标准下另一个 EDI 伙伴的标识。`,
  },
  partner_version_invalid: {
    en: v => `Version ${v.version} is not one of this standard.`,
    'zh-Hans': v => `版本 ${v.version} 不属于该标准。`,
  },
  partner_id_too_long_invalid: {
    en: v => `“${v.id}” is longer than the ${v.longest} characters that the envelope holds.`,
    'zh-Hans': v => `“${v.id}”超过信封允许的 ${v.longest} 个字符。`,
  },
  mapped_code_not_found: {
    en: () => 'This code is not mapped for this partner.',
    'zh-Hans': () => '该伙伴没有这条编码对照。',
  },
  order_not_to_be_sent: {
    en: v => `Order ${v.number} is ${v.state}: an order goes out once it is signed, our answer once it is confirmed.`,
    'zh-Hans': v => `订单 ${v.number} 的状态是 ${v.state}：订单签署后才能发出，答复在确认后才能发出。`,
  },
  partner_without_account: {
    en: v => `Say first which account ${v.name} is: its own codes mean something for that account alone.`,
    'zh-Hans': v => `请先指定 ${v.name} 是哪个客户：它的自有编码只对该客户有效。`,
  },
  mapping_target_unknown: {
    en: v => `What the code ${v.code} is to mean is not known here.`,
    'zh-Hans': v => `编码 ${v.code} 所指的对象不存在。`,
  },
  site_not_of_account_invalid: {
    en: () => 'This site belongs to another account.',
    'zh-Hans': () => '该网点属于另一个客户。',
  },
  partner_for_orders_not_found: {
    en: () => 'No EDI partner of this account takes orders. Set one on the page of EDI partners.',
    'zh-Hans': () => '该客户没有接收订单的 EDI 伙伴，请在 EDI 伙伴页设置。',
  },
}
