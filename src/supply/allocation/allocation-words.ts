import { inLanguage, type Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { ReadyPolicy } from './allocation-policy.ts'
import type { AwardReason, RunState } from './allocation-run.ts'
import type { Reach } from './share-product.ts'

type Words = Record<Language, string>

const states: Record<RunState, Words> = {
  draft: { en: 'draft', 'zh-Hans': '草稿' },
  released: { en: 'released', 'zh-Hans': '已发布' },
  undone: { en: 'taken back', 'zh-Hans': '已收回' },
  dropped: { en: 'dropped', 'zh-Hans': '已放弃' },
}
export const runStateName = (state: RunState, language: Language) => states[state][language]

const reaches: Record<Reach, Words> = {
  all: { en: 'enough for everybody', 'zh-Hans': '足够所有客户' },
  weights: { en: 'promises and floors held, the rest by tier', 'zh-Hans': '承诺与保底均满足，其余按等级' },
  floors: { en: 'promises held, floors in part', 'zh-Hans': '承诺满足，保底部分满足' },
  commitments: { en: 'not even all promises', 'zh-Hans': '承诺也不能全部兑现' },
}
export const reachWords = (reach: Reach, language: Language) => reaches[reach][language]

const ready: Record<ReadyPolicy, Words> = {
  'in force': { en: 'Policy in force', 'zh-Hans': '现行政策' },
  alike: { en: 'Everybody alike', 'zh-Hans': '一视同仁' },
  'key first': { en: 'Key accounts before all others', 'zh-Hans': '大客户绝对优先' },
  'high floor': { en: 'High floor', 'zh-Hans': '提高保底' },
}
export const readyPolicyName = (name: ReadyPolicy, language: Language) => ready[name][language]

/** What the sentence needs; `limited`: a line or load shared with other products held it back. */
export type SaidReason = Omit<AwardReason, 'limitedBy'> & { limited: boolean; limitedBy?: readonly string[] }

const isZero = (quantity: string) => Number(quantity) === 0

/** Why an account gets what it gets, part by part, each a sentence; figures of this account alone. */
export function awardParts(reason: SaidReason, language: Language): string[] {
  return language === 'zh-Hans' ? chineseParts(reason) : englishParts(reason)
}

export const awardSentence = (reason: SaidReason, language: Language): string =>
  awardParts(reason, language).join(language === 'zh-Hans' ? '' : ' ')

function englishParts(reason: SaidReason): string[] {
  const { requested, committed, fair, floor, floorPercent, own, passedOn, allocated, cut, basis, reach, pack } = reason
  if (isZero(cut))
    return [
      `All ${requested} that were requested.`,
      ...(isZero(committed) ? [] : [`${committed} were promised before.`]),
    ]
  const parts = [`${allocated} of the ${requested} requested.`]
  if (isZero(allocated) && isZero(fair)) return [...parts, 'There is none to share.']
  if (reach === 'commitments') {
    parts.push(
      isZero(committed)
        ? 'What there is does not even cover earlier promises, which come first.'
        : `${committed} were promised before; what there is does not cover all promises, so that it is shared among them.`,
    )
  } else {
    if (!isZero(committed)) parts.push(`${committed} were promised before and come first.`)
    if (basis === 'floor') {
      parts.push(
        reach === 'floors'
          ? `The floor of ${floor}, ${floorPercent}% of the fair part of ${fair}, cannot be held for everybody this time.`
          : `The floor holds: ${floorPercent}% of the fair part of ${fair}.`,
      )
    } else if (basis === 'weight') {
      parts.push(`The fair part is ${fair}; the weight of the tier gives ${isZero(passedOn) ? allocated : own}.`)
      if (!isZero(passedOn)) parts.push(`${passedOn} more because others needed less than their share.`)
    }
  }
  parts.push(
    cutWords(
      reason,
      {
        pack: `${cut} are missing: less than a pack of ${pack} is left.`,
        scarce: `${cut} are missing: the goods are scarce.`,
      },
      by => `${cut} are missing: ${by ?? 'production or transport'} is full.`,
    ),
  )
  return parts
}

function chineseParts(reason: SaidReason): string[] {
  const { requested, committed, fair, floor, floorPercent, own, passedOn, allocated, cut, basis, reach, pack } = reason
  if (isZero(cut))
    return [`申请的 ${requested} 全部满足。`, ...(isZero(committed) ? [] : [`其中 ${committed} 为此前承诺。`])]
  const parts = [`申请 ${requested}，分得 ${allocated}。`]
  if (isZero(allocated) && isZero(fair)) return [...parts, '没有可分配的货源。']
  if (reach === 'commitments') {
    parts.push(
      isZero(committed)
        ? '现有货源不足以兑现此前的承诺，而承诺优先。'
        : `此前已承诺 ${committed}；货源不足以兑现全部承诺，只能在承诺之间分摊。`,
    )
  } else {
    if (!isZero(committed)) parts.push(`此前已承诺 ${committed}，优先兑现。`)
    if (basis === 'floor') {
      parts.push(
        reach === 'floors'
          ? `保底为 ${floor}（公平份额 ${fair} 的 ${floorPercent}%），本次无法为所有客户保证。`
          : `按保底供给：公平份额 ${fair} 的 ${floorPercent}%。`,
      )
    } else if (basis === 'weight') {
      parts.push(`公平份额为 ${fair}，按等级权重得 ${isZero(passedOn) ? allocated : own}。`)
      if (!isZero(passedOn)) parts.push(`因其他客户用不完其份额，另得 ${passedOn}。`)
    }
  }
  parts.push(
    cutWords(
      reason,
      { pack: `短缺 ${cut}：余量不足一个包装（${pack}）。`, scarce: `短缺 ${cut}：货源紧张。` },
      by => `短缺 ${cut}：${by ?? '生产或运输'}能力已满。`,
    ),
  )
  return parts
}

function cutWords(
  { cut, pack, limited, limitedBy = [] }: SaidReason,
  words: { pack: string; scarce: string },
  full: (by: string | null) => string,
): string {
  if (Number(cut) < Number(pack)) return words.pack
  return limited ? full(limitedBy.length > 0 ? limitedBy.join(', ') : null) : words.scarce
}

/** The letter to the account. */
export const letterWords = {
  title: inLanguage('How scarce goods are shared', '紧缺货源分配通知'),
  to: inLanguage('To', '致'),
  product: inLanguage('Product', '产品'),
  requested: inLanguage('Requested', '申请'),
  allocated: inLanguage('Allocated', '分得'),
  why: inLanguage('Why', '原因'),
  opening: inLanguage(
    'Demand for the goods below is greater than what we can make available. We share them by one rule for everybody: earlier promises first, then a floor for each account, then by tier; nobody gets more than requested, and what one does not need goes to the others. This is your part.',
    '下列产品的需求大于我们可供的数量。我们对所有客户按同一规则分配：先兑现此前承诺，再保证每家的保底份额，然后按等级分配；任何客户不超过其申请数量，用不完的份额转给其他客户。贵方所得如下。',
  ),
  closing: inLanguage(
    'The quantities count as soon as the order is confirmed. Your key account manager answers any question.',
    '以订单确认后的数量为准。如有疑问，请联系贵方的客户经理。',
  ),
}

export const allocationRefusals: RefusalWords = {
  allocation_run_not_found: {
    en: () => 'There is no such allocation.',
    'zh-Hans': () => '没有这次分配。',
  },
  allocation_without_requests: {
    en: () => 'No signed order is open and nothing was entered: there is nothing to share.',
    'zh-Hans': () => '没有已签署的未结订单，也未录入申请：无可分配。',
  },
  allocation_without_supply: {
    en: () => 'For none of the products requested is it known what will be available. Import the supply or enter it.',
    'zh-Hans': () => '所申请的产品均无可供数量。请导入或录入货源。',
  },
  allocation_not_a_draft: {
    en: v => `Only a draft can be changed or released: this allocation is ${runStateName(v.state as RunState, 'en')}.`,
    'zh-Hans': v => `只有草稿可以修改或发布：此次分配${runStateName(v.state as RunState, 'zh-Hans')}。`,
  },
  allocation_not_released: {
    en: v => `Only what was released can be taken back: this allocation is ${runStateName(v.state as RunState, 'en')}.`,
    'zh-Hans': v => `只有已发布的分配可以收回：此次分配${runStateName(v.state as RunState, 'zh-Hans')}。`,
  },
  allocation_changed_meanwhile: {
    en: () => 'Somebody has changed or released this allocation since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后，此次分配已被修改或发布，请重新查看。',
  },
  allocation_stale: {
    en: () =>
      'Orders, supply or earlier shares have changed since this was worked out. Nothing was released; work it out again and look at it.',
    'zh-Hans': () => '测算之后订单、货源或先前的分配已有变化。未发布任何内容；请重新测算后再看。',
  },
  allocation_confirmed: {
    en: v => `Order ${v.order} has been confirmed with its share: the allocation can no longer be taken back.`,
    'zh-Hans': v => `订单 ${v.order} 已按分配数量确认：此次分配不能再收回。`,
  },
  allocation_built_upon: {
    en: v => `“${v.name}” was released later and shares the same orders. Take that back first.`,
    'zh-Hans': v => `“${v.name}”在此之后发布并涉及相同订单，请先收回它。`,
  },
  allocation_policy_changed_meanwhile: {
    en: () => 'Somebody has changed the policy since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后政策已被修改，请重新查看。',
  },
  allocation_code_unknown: {
    en: v => `No account or product has the code ${v.code}.`,
    'zh-Hans': v => `没有编码为 ${v.code} 的客户或产品。`,
  },
  capacity_named_already: {
    en: v => `There is a capacity “${v.name}” already.`,
    'zh-Hans': v => `已有名为“${v.name}”的产能。`,
  },
  capacity_changed_meanwhile: {
    en: () => 'Somebody has changed this capacity since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后该产能已被修改，请重新查看。',
  },
}
