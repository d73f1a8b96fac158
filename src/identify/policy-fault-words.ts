import type { Language } from '../platform/language.ts'

/** The faults that policy.ts names, in Chinese; the English sentence is the schema's own. */
const chinese: Readonly<Record<string, string>> = {
  'a positive decimal amount': '请填写正数金额',
  'more is better here: the full score must lie above the empty one': '该指标越大越好：满分界限须高于零分界限',
  'less is better here: the full score must lie below the empty one': '该指标越小越好：满分界限须低于零分界限',
  'bands go from the worst to the best, and a better band has a higher score': '分档须由差到好排列，且档次越好得分越高',
  'at least one criterion needs a weight': '至少一项指标须有权重',
  'a measure can be used once': '同一指标只能使用一次',
  'platinum is harder to reach than gold, and gold than silver': '铂金须比金难达到，金须比银难达到',
  'the shares add up to more than all accounts': '各级比例之和超过了全部客户',
}

/** A fault of the policy as a sentence; what the schema says by itself becomes “out of range”. */
export function policyFaultWords(message: string, language: Language): string {
  const known = chinese[message]
  if (known === undefined) return language === 'zh-Hans' ? '该值超出允许范围' : 'This value is missing or out of range'
  return language === 'zh-Hans' ? known : message.charAt(0).toUpperCase() + message.slice(1)
}
