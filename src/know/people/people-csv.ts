import type { Language } from '../../platform/language.ts'
import { spreadsheetText } from '../../platform/spreadsheet-text.ts'
import { buyingRoleName } from './buying-role-words.ts'
import { buyingRoleFrom, type Card, dayFrom, emptyCard, isLanguage, wholeWithin } from './card.ts'

type Column = {
  title: Record<Language, string>
  /** Names that other programs give it. */
  also?: string[]
  write: (card: Card, language: Language) => string | null
  read: (text: string) => Partial<Card>
}

type TextField =
  | 'name'
  | 'organisation'
  | 'role'
  | 'department'
  | 'phone'
  | 'mobile'
  | 'email'
  | 'wechat'
  | 'note'
  | 'preferences'
  | 'gifts'
  | 'taboos'

const text = (field: TextField, en: string, chinese: string, also: string[] = []): Column => ({
  title: { en, 'zh-Hans': chinese },
  also,
  write: card => card[field],
  read: value => ({ [field]: value }),
})

const list = (field: 'channelsRead' | 'channelsPreferred' | 'languages', en: string, chinese: string): Column => ({
  title: { en, 'zh-Hans': chinese },
  write: card => card[field].join('; '),
  read: value => ({ [field]: listFrom(value).filter(each => field !== 'languages' || isLanguage(each)) }),
})

const listFrom = (value: string): string[] =>
  value
    .split(/[;；、]/)
    .map(each => each.trim())
    .filter(each => each !== '')

const columns: readonly Column[] = [
  text('name', 'Name', '姓名', ['full name', '联系人']),
  text('organisation', 'Account', '客户', ['company', 'organisation', 'organization', '公司']),
  text('role', 'Role', '职务', ['title', 'job title', '职位']),
  text('department', 'Department', '部门'),
  text('phone', 'Phone', '电话', ['telephone', 'business phone']),
  text('mobile', 'Mobile', '手机', ['mobile phone', 'cell']),
  text('email', 'E-mail', '邮箱', ['email', 'e-mail address', '电子邮件']),
  text('wechat', 'WeChat', '微信'),
  text('note', 'Note', '备注', ['notes']),
  {
    title: { en: 'Role in the buying centre', 'zh-Hans': '采购角色' },
    write: (card, language) => card.buyingRole && buyingRoleName(card.buyingRole, language),
    read: value => ({ buyingRole: buyingRoleFrom(value) }),
  },
  {
    title: { en: 'Influence', 'zh-Hans': '影响力' },
    write: card => card.influence?.toString() ?? null,
    read: value => ({ influence: wholeWithin(value, 1, 5) }),
  },
  {
    title: { en: 'Stance', 'zh-Hans': '态度' },
    write: card => card.stance?.toString() ?? null,
    read: value => ({ stance: wholeWithin(value, -2, 2) }),
  },
  list('channelsRead', 'Reads', '信息渠道'),
  list('channelsPreferred', 'Prefers to be reached by', '偏好的联系方式'),
  list('languages', 'Languages', '语言'),
  text('preferences', 'Hobbies and preferences', '爱好与偏好'),
  text('gifts', 'Gifts', '礼品'),
  text('taboos', 'Taboos', '忌讳'),
  {
    title: { en: 'Birthday', 'zh-Hans': '生日' },
    write: card => card.birthday,
    read: value => ({ birthday: dayFrom(value) }),
  },
  {
    title: { en: 'Known by', 'zh-Hans': '我方熟识人' },
    write: card => card.acquaintances.map(known => `${known.name} (${known.strength})`).join('; '),
    read: value => ({
      acquaintances: listFrom(value).map(each => {
        const match = /^(.*?)\s*[(（]([1-5])[)）]$/.exec(each)
        return { name: match?.[1] ?? each, strength: Number(match?.[2] ?? 1), since: null, lastContactOn: null }
      }),
    }),
  },
]

/** UTF-8 with a byte order mark for spreadsheets; a text that one would run as a formula is made plain. */
export function writePeopleCsv(cards: readonly Card[], language: Language): string {
  const rows = cards.map(card =>
    columns.map(column => {
      const value = column.write(card, language) ?? ''
      // A stance of −2 is a number and stays one.
      return /^-?\d+$/.test(value) ? value : spreadsheetText(value)
    }),
  )
  return `\uFEFF${[columns.map(column => column.title[language]), ...rows].map(line).join('')}`
}

const line = (cells: readonly string[]): string =>
  `${cells.map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

/** The people of such a file, its columns in any order and in either language; null: no column for names. */
export function readPeopleCsv(file: string): Card[] | null {
  const [header = [], ...rows] = records(file.replace(/^\uFEFF/, ''))
  const meant = header.map(name => columnNamed(name))
  if (!meant.includes(columns[0])) return null
  return rows
    .filter(row => row.some(cell => cell.trim() !== ''))
    .map(row => {
      const card = { ...emptyCard }
      for (const [at, column] of meant.entries()) {
        // The apostrophe that made a text plain is not part of it.
        const cell = (row[at] ?? '').trim().replace(/^'(?=[=+\-@\t\r])/, '')
        if (column && cell !== '') Object.assign(card, column.read(cell))
      }
      return card
    })
}

function columnNamed(name: string): Column | undefined {
  const asked = name.trim().toLowerCase()
  return columns.find(({ title, also = [] }) => [title.en.toLowerCase(), title['zh-Hans'], ...also].includes(asked))
}

/** RFC 4180, parted by comma, semicolon or tab, whichever the header has most of. */
function records(file: string): string[][] {
  const header = /^[^\r\n]*/.exec(file)![0]
  const separator = [',', ';', '\t'].reduce((best, each) =>
    header.split(each).length > header.split(best).length ? each : best,
  )
  const found: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < file.length; at++) {
    const character = file[at]!
    const row = found.at(-1)!
    if (quoted) {
      if (character !== '"') row[row.length - 1] += character
      else if (file[at + 1] === '"') {
        row[row.length - 1] += '"'
        at++
      } else quoted = false
    } else if (character === '"' && row.at(-1) === '') quoted = true
    else if (character === separator) row.push('')
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && file[at + 1] === '\n') at++
      found.push([''])
    } else row[row.length - 1] += character
  }
  return found
}
