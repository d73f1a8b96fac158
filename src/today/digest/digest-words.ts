import type { Language } from '../../platform/language.ts'
import type { MailBlock } from '../../platform/mail/mail.ts'
import type { SignalFormat } from '../../platform/signal.ts'
import { itemsOfDigest } from './digest.ts'

export type DigestItem = {
  title: string
  account: { name: string } | null
  reason: string
  value: string | null
  due: string | null
  path: string
}

export type Digest = {
  total: number
  overdue: number
  today: string
  items: DigestItem[]
  visits: { time: string; account: string; path: string }[]
}

/** The morning's mail: today's visits first, then what is best done, with its reason. */
export function digestWords(
  { total, overdue, today, items, visits }: Digest,
  { language, money, day }: SignalFormat,
): { subject: string; blocks: MailBlock[] } {
  const english = language === 'en'
  const say = (en: string, zh: string) => (english ? en : zh)
  const counts = [
    say(`${total} open`, `${total} 项待办`),
    overdue > 0 && say(`${overdue} overdue`, `${overdue} 项逾期`),
    visits.length > 0 && say(visits.length === 1 ? '1 visit' : `${visits.length} visits`, `${visits.length} 次拜访`),
  ].filter(Boolean)
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: `${day(today)} · ${counts.join(say(', ', '，'))}` },
    ...(visits.length > 0
      ? ([
          { kind: 'heading', text: say('Visits today', '今天的拜访') },
          {
            kind: 'items',
            items: visits.map(visit => ({
              title: `${visit.time} ${visit.account}`,
              text: say('Open the brief', '查看简报'),
              path: visit.path,
            })),
          },
        ] as MailBlock[])
      : []),
    ...(items.length > 0
      ? ([
          { kind: 'heading', text: say('Best done first', '优先处理') },
          {
            kind: 'items',
            items: items.map(item => ({
              title: item.account ? `${item.title} · ${item.account.name}` : item.title,
              figure: item.value === null ? undefined : money(item.value),
              text:
                item.due && item.due < today ? `${item.reason} ${overdueWords(item.due, day, language)}` : item.reason,
              path: item.path,
            })),
          },
        ] as MailBlock[])
      : []),
    {
      kind: 'action',
      label:
        total > itemsOfDigest
          ? say(`All ${total} in the queue`, `查看全部 ${total} 项待办`)
          : say('Open the queue', '打开待办'),
      path: '/today',
    },
  ]
  return { subject: say(`Today: ${counts.join(', ')}`, `今日：${counts.join('，')}`), blocks }
}

const overdueWords = (due: string, day: SignalFormat['day'], language: Language) =>
  language === 'en' ? `(was due ${day(due)})` : `（应于${day(due)}完成）`
