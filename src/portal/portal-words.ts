import { inLanguage, type Language } from '../platform/language.ts'
import type { RefusalWords } from '../platform/refusal-words.ts'
import type { SignalKind } from '../platform/signal.ts'

/** Refusals of the portal and of those who invite to it. */
export const portalRefusals: RefusalWords = {
  portal_closed: {
    en: () =>
      'The portal is closed: its database role is missing. The operator finds the one command in docs/operating.md.',
    'zh-Hans': () => '门户未开放：缺少其数据库角色。运维人员可在 docs/operating.md 中找到所需的一条命令。',
  },
  portal_person_known: {
    en: v => `${v.email} already has access to the portal of this account.`,
    'zh-Hans': v => `${v.email} 已可登录该客户的门户。`,
  },
  portal_person_elsewhere: {
    en: v => `${v.email} cannot be invited here: the address is in use. Take another one.`,
    'zh-Hans': v => `无法邀请 ${v.email}：该邮箱已被使用，请换一个邮箱。`,
  },
  portal_invitation_known: {
    en: v => `${v.email} is invited already. Renew that invitation, or withdraw it first.`,
    'zh-Hans': v => `${v.email} 已被邀请。请更新该邀请的链接，或先撤回。`,
  },
  portal_invitation_unknown: {
    en: () => 'This invitation was accepted or withdrawn meanwhile.',
    'zh-Hans': () => '该邀请已被接受或撤回。',
  },
  portal_person_unknown: {
    en: () => 'There is no such person at this account’s portal.',
    'zh-Hans': () => '该客户的门户中没有此人员。',
  },
  portal_person_changed_meanwhile: {
    en: v => `${v.name} was changed by somebody else meanwhile. Look again, then decide.`,
    'zh-Hans': v => `${v.name} 的设置已被他人更改，请查看后再决定。`,
  },
  portal_second_factor: {
    en: v => `${v.name} signs in with a second factor; a link would go around it. They sign in by password and code.`,
    'zh-Hans': v => `${v.name} 已启用两步验证，不能用链接绕过。请其用密码和验证码登录。`,
  },
  portal_account_unknown: {
    en: () => 'There is no such account among yours.',
    'zh-Hans': () => '您名下没有这个客户。',
  },
  portal_order_unknown: {
    en: () => 'There is no such order among yours.',
    'zh-Hans': () => '您名下没有这张订单。',
  },
  portal_product_unknown: {
    en: v => `Nobody knows the product ${v.code}. Nothing was entered.`,
    'zh-Hans': v => `没有产品 ${v.code}，未录入任何内容。`,
  },
  portal_sales_span_invalid: {
    en: () => 'What was sold needs the day from which it was counted, not after the day of the count.',
    'zh-Hans': () => '填写销量时须注明起始日期，且不得晚于盘点日期。',
  },
  portal_day_ahead_invalid: {
    en: v => `${v.day} has not come yet: stock is counted today or earlier.`,
    'zh-Hans': v => `${v.day} 尚未到来：只能录入今天或之前的库存。`,
  },
  portal_file_unreadable: {
    en: v =>
      `This file cannot be read (${v.reason}). A table with a column of product codes and one of quantities will do.`,
    'zh-Hans': v => `无法读取此文件（${v.reason}）。请提供含产品编码列和数量列的表格。`,
  },
}

type Mail = { subject: string; text: string; action: string }

type Invited = { company: string; account: string; name: string; by: string }

/** What the portal writes to people of accounts. */
type Proposed = { company: string; number: string; by: string; lines: number; until: string | null }

export const portalMailWords: Record<
  Language,
  { signIn: (company: string) => Mail; invitation: (v: Invited) => Mail; proposal: (v: Proposed) => Mail }
> = {
  en: {
    signIn: company => ({
      subject: `Sign in to ${company}`,
      text: 'This link signs you in once and is good for 15 minutes. If you did not ask for it, leave it: nothing happens.',
      action: 'Sign in',
    }),
    invitation: ({ company, account, name, by }) => ({
      subject: `${company}: your access for ${account}`,
      text: `${name}, ${by} invites you to the portal of ${company} for ${account}: proposed orders, stock, deliveries and messages in one place. The link works once and is good for 72 hours.`,
      action: 'Accept the invitation',
    }),
    proposal: ({ company, number, by, lines, until }) => ({
      subject: `${company} proposes order ${number}`,
      text: `${by} proposes order ${number} with ${lines === 1 ? 'one line' : `${lines} lines`}, each with its reason. Change it, sign it or decline it${until ? ` until ${until}` : ''}: nothing is shipped that you have not signed.`,
      action: 'See the order',
    }),
  },
  'zh-Hans': {
    signIn: company => ({
      subject: `登录${company}门户`,
      text: '此链接仅可使用一次，15 分钟内有效。如非本人操作，请忽略。',
      action: '登录',
    }),
    invitation: ({ company, account, name, by }) => ({
      subject: `${company}：${account}的门户访问权限`,
      text: `${name}，您好！${by}邀请您代表${account}使用${company}的客户门户：建议订单、库存、交货与留言都在一处。链接仅可使用一次，72 小时内有效。`,
      action: '接受邀请',
    }),
    proposal: ({ company, number, by, lines, until }) => ({
      subject: `${company}向您提出建议订单 ${number}`,
      text: `${by}提出建议订单 ${number}，共 ${lines} 行，每行都说明了理由。您可${until ? `在${until}之前` : ''}修改、签署或拒绝；未经您签署，不会发货。`,
      action: '查看订单',
    }),
  },
}

/** In the queue of the day: what somebody of the account wrote and nobody has read. */
export const waitingMessageWords: SignalKind = {
  title: inLanguage('Message from the account', '客户留言'),
  reason: ({ values: { author, count, text } }, { language }) => {
    const more = Number(count) - 1
    if (language === 'en') return `${author} writes: “${text}”${more > 0 ? ` And ${more} more.` : ''}`
    return `${author}留言：“${text}”${more > 0 ? `，另有 ${more} 条。` : ''}`
  },
  actions: ({ accountId }, language) => [
    { label: inLanguage('Read and answer', '查看并回复')(language), path: `/accounts/${accountId}/portal` },
  ],
  weighing: { leadDays: 1, onTheDay: 1.5 },
}
