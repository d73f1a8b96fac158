import type { Language } from '../language.ts'
import type { RefusalWords } from '../refusal-words.ts'
import type { ChosenKind, MailKind } from './mail.ts'

const kinds: Record<MailKind, Record<Language, string>> = {
  digest: { en: 'Morning digest', 'zh-Hans': '晨间摘要' },
  reminder: { en: 'Visit reminder', 'zh-Hans': '拜访提醒' },
  invitation: { en: 'Invitation', 'zh-Hans': '日程邀请' },
  portal: { en: 'Portal', 'zh-Hans': '门户' },
  test: { en: 'Test mail', 'zh-Hans': '测试邮件' },
}

export function mailKindName(kind: MailKind, language: Language): string {
  return kinds[kind][language]
}

/** Beneath every mail that comes by itself. */
export function footerWords(company: string, kind: ChosenKind, language: Language) {
  const name = mailKindName(kind, language)
  return language === 'en'
    ? { why: `${name} of ${company || 'Vitalfew'}.`, stop: 'Stop these mails' }
    : { why: `${company || 'Vitalfew'}的${name}。`, stop: '不再接收此类邮件' }
}

export const testWords: Record<Language, { subject: string; text: string }> = {
  en: {
    subject: 'Mail from Vitalfew arrives',
    text: 'The way from Vitalfew to your mailbox is open: digests, reminders and invitations will come like this one.',
  },
  'zh-Hans': {
    subject: 'Vitalfew 的邮件可以送达',
    text: 'Vitalfew 到您邮箱的通道已经打通：晨间摘要、拜访提醒和日程邀请都会这样送达。',
  },
}

export const mailRefusals: RefusalWords = {
  mail_not_found: {
    en: () => 'There is no such mail.',
    'zh-Hans': () => '没有这封邮件。',
  },
  mail_sent_already: {
    en: () => 'This mail has left already; nothing was sent again.',
    'zh-Hans': () => '这封邮件已经发出，没有重复发送。',
  },
  mailbox_missing: {
    en: () => 'An API key or command has no mailbox; sign in as a person.',
    'zh-Hans': () => 'API 密钥和命令行没有邮箱，请以人员身份登录。',
  },
  mail_settings_invalid: {
    en: () =>
      'VITALFEW_SMTP must be an address such as smtp://user:password@mail.example.com:587, and VITALFEW_MAIL_FROM the sender.',
    'zh-Hans': () =>
      'VITALFEW_SMTP 应为 smtp://用户:密码@mail.example.com:587 这样的地址，并须用 VITALFEW_MAIL_FROM 指定发件人。',
  },
  unsubscribe_link_invalid: {
    en: () => 'This link is not whole. Open it from the mail again, or choose your mails under Settings.',
    'zh-Hans': () => '链接不完整。请从邮件中重新打开，或在“设置”中选择要接收的邮件。',
  },
}
