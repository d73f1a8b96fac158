import type { Language } from './language.ts'
import type { RefusalValues } from './refusal.ts'

/** The sentences of a room's refusals, by code: what happened, what was kept, what to do. */
export type RefusalWords = Record<string, Record<Language, (values: RefusalValues) => string>>

/** Refusals of the platform itself. */
export const platformRefusals: RefusalWords = {
  not_signed_in: {
    en: () => 'Sign in first.',
    'zh-Hans': () => '请先登录。',
  },
  not_allowed: {
    en: v => `Your role (${v.role}) may not do this. Ask the head of the department.`,
    'zh-Hans': () => '您的角色没有此操作权限，请联系部门负责人。',
  },
  key_reads_only: {
    en: () => 'This API key may only read. Create one with the scope “write”.',
    'zh-Hans': () => '此 API 密钥只有读取权限，请创建带“写入”范围的密钥。',
  },
  origin_not_allowed: {
    en: v => `A page of ${v.origin} may not write here.`,
    'zh-Hans': v => `不接受来自 ${v.origin} 的页面写入。`,
  },
  form_not_allowed: {
    en: () => 'A browser’s form may not write here; send JSON.',
    'zh-Hans': () => '不接受浏览器表单写入，请发送 JSON。',
  },
  sign_in_failed: {
    en: () => 'This did not match. Check what you typed and try again.',
    'zh-Hans': () => '信息不匹配，请核对后重试。',
  },
  sign_in_not_allowed: {
    en: () => 'This way of signing in is not open to you. Ask an administrator.',
    'zh-Hans': () => '您不能以此方式登录，请联系管理员。',
  },
  sign_in_invalid: {
    en: v => `This sign-in request does not fit (${v.reason}).`,
    'zh-Hans': v => `登录请求不符合要求（${v.reason}）。`,
  },
  too_many_tries: {
    en: () => 'Too many tries. Wait a minute, then try again.',
    'zh-Hans': () => '尝试次数过多，请稍候一分钟再试。',
  },
  not_ready: {
    en: v => `The ${v.part} is not ready yet.`,
    'zh-Hans': v => `${v.part === 'worker' ? '后台任务' : '数据库'}尚未就绪。`,
  },
  input_invalid: {
    en: v => `The request does not fit: ${v.detail}.`,
    'zh-Hans': v => `请求内容不符合要求：${v.detail}。`,
  },
  not_found: {
    en: () => 'There is nothing at this address.',
    'zh-Hans': () => '此地址没有内容。',
  },
  failed: {
    en: v => `Something failed on our side; nothing was changed. Incident ${v.incident} is in the log.`,
    'zh-Hans': v => `系统内部出错，未做任何更改。日志中的事件编号：${v.incident}。`,
  },
  database_newer: {
    en: v =>
      `This data was written by a newer version of Vitalfew (it knows ${v.migration}); start it with that version or newer.`,
    'zh-Hans': v => `这些数据由更新版本的 Vitalfew 写入（含 ${v.migration}），请用该版本或更新的版本启动。`,
  },
  idempotency_key_reused: {
    en: () => 'This Idempotency-Key was already used for another request. Use a new key for a new request.',
    'zh-Hans': () => '该 Idempotency-Key 已用于另一请求，新请求请使用新的键。',
  },
  answer_given_once: {
    en: () => 'This was done, and its secret was answered once. Revoke it and make a new one if it was lost.',
    'zh-Hans': () => '此请求已完成，其中的密钥或链接只显示一次；如已丢失，请撤销后重新创建。',
  },
  request_under_way: {
    en: () => 'The same request is still being answered. Ask again in a moment.',
    'zh-Hans': () => '同一请求仍在处理中，请稍后再试。',
  },
  request_too_large: {
    en: v => `The request is larger than ${v.limit}.`,
    'zh-Hans': v => `请求超过 ${v.limit} 上限。`,
  },
  person_unknown: {
    en: () => 'There is no such person.',
    'zh-Hans': () => '没有此人员。',
  },
  absence_unknown: {
    en: () => 'This absence has been taken back already.',
    'zh-Hans': () => '该外出安排已撤销。',
  },
  absence_not_yours: {
    en: () => 'You can be away yourself; for others the head of the department says it.',
    'zh-Hans': () => '您只能登记自己的外出；他人的外出由部门负责人登记。',
  },
  absence_over: {
    en: v => `${v.from} to ${v.to} is no absence to come: the last day is today or later, and not before the first.`,
    'zh-Hans': v => `${v.from} 至 ${v.to} 不是有效的外出期间：最后一天须不早于今天，也不早于第一天。`,
  },
  absence_twice: {
    en: v => `${v.name} is already away on some of these days. Take that absence back first.`,
    'zh-Hans': v => `${v.name}在其中某些日子已登记外出，请先撤销原安排。`,
  },
  deputy_unfit: {
    en: () => 'A deputy is somebody else of the department who may decide, and has not left.',
    'zh-Hans': () => '代理人须是部门中在职、有处理权限的另一位同事。',
  },
  deputy_away: {
    en: v => `${v.name} is away on some of these days too. Choose another deputy.`,
    'zh-Hans': v => `${v.name}在其中某些日子也外出，请另选代理人。`,
  },
  email_taken: {
    en: v => `${v.email} already belongs to somebody here.`,
    'zh-Hans': v => `${v.email} 已被他人使用。`,
  },
  last_administrator: {
    en: () => 'This is the last administrator; make somebody else administrator first.',
    'zh-Hans': () => '这是最后一位管理员，请先将他人设为管理员。',
  },
  link_invalid: {
    en: () => 'This link was used already or has expired. Ask an administrator for a new one.',
    'zh-Hans': () => '此链接已使用或已过期，请向管理员索取新链接。',
  },
  password_short: {
    en: v => `A password needs at least ${v.least} characters.`,
    'zh-Hans': v => `密码至少需要 ${v.least} 个字符。`,
  },
  key_unknown: {
    en: () => 'There is no such API key.',
    'zh-Hans': () => '没有此 API 密钥。',
  },
  base_currency_fixed: {
    en: v => `The ledger is kept in ${v.currency}; undo every import before changing the base currency.`,
    'zh-Hans': v => `台账以 ${v.currency} 记账；更改本位币前请先撤销全部导入。`,
  },
}
