import { Random } from '../src/demo/random.ts'

export type MadeAccount = {
  code: string
  name: string
  city: string
  taxNumber: string | null
  address: string | null
  mail: string | null
}

const syllables =
  `hai tian ning bo chang jiang dong fang xin hua shun feng rui kang jin yuan long teng zhong tai an da bei hong
  guang li ming cheng wei yi sheng de xing wang he ping fu kai lian tong qi lu shan yun bao gang mei lan`.split(/\s+/)
const characters = [
  ...'海天宁波长江东方新华顺丰瑞康金源龙腾中泰安达北宏光力明成伟义盛德兴旺和平富凯联通启路山云宝钢美兰',
]
const cities: readonly [latin: string, chinese: string][] = [
  ['Wenzhou', '温州'],
  ['Ningbo', '宁波'],
  ['Hangzhou', '杭州'],
  ['Suzhou', '苏州'],
  ['Qingdao', '青岛'],
  ['Guangzhou', '广州'],
  ['Chengdu', '成都'],
  ['Wuhan', '武汉'],
]
const trades: readonly [latin: string, chinese: string][] = [
  ['Machinery', '机械'],
  ['Trading', '贸易'],
  ['Automation', '自动化'],
  ['Hardware', '五金'],
  ['Electric', '电气'],
]

/**
 * Accounts of made-up companies, half of them Chinese; every fiftieth is one met before, written as another clerk would: in
 * the other script, with a slip of the pen, under another legal form, or with nothing but the tax number in common.
 */
export function* generateAccounts(count: number): Generator<MadeAccount & { twinOf: number | null }> {
  const random = new Random(7, 'bench accounts')
  const met: { core: number[]; city: number; trade: number; made: MadeAccount; at: number }[] = []
  for (let at = 0; at < count; at++) {
    if (at % 50 === 49 && met.length > 0) {
      const { core, city, trade, made, at: twinOf } = met[random.integer(0, met.length - 1)]!
      yield { ...twinWritten(random.integer(0, 3), { core, city, trade, made }), code: `C${at}`, twinOf }
      continue
    }
    const core = Array.from({ length: 4 }, () => random.integer(0, syllables.length - 1))
    const [city, trade] = [random.integer(0, cities.length - 1), random.integer(0, trades.length - 1)]
    const made = {
      code: `C${at}`,
      name: at % 2 ? latinName(core, trade) : chineseName(core, city, trade, '有限公司'),
      city: cities[city]![0],
      taxNumber: at % 3 ? `91330${String(at).padStart(9, '0')}${at % 7}XK` : null,
      address: at % 4 ? `Road ${random.integer(1, 9999)}, Building ${at % 97}` : null,
      mail: at % 2 ? `info@${core.map(each => syllables[each]).join('')}${at % 11}.cn` : null,
    }
    if (at % 25 === 0) met.push({ core, city, trade, made, at })
    yield { ...made, twinOf: null }
  }
}

type Written = { core: number[]; city: number; trade: number; made: MadeAccount }

function twinWritten(way: number, { core, city, trade, made }: Written): MadeAccount {
  if (way === 0) return { ...made, name: `${latinName(core, trade)} Group`, mail: null, taxNumber: null }
  if (way === 1) {
    const slipped = latinName(core, trade).replace(/(.)(.)(?=.{4}\b)/u, '$2$1')
    return { ...made, name: slipped, taxNumber: null }
  }
  if (way === 2)
    return { ...made, name: chineseName(core, city, trade, '股份有限公司'), city: cities[city]![1], mail: null }
  return { ...made, name: `Renamed ${made.code}`, address: null, mail: null }
}

const word = (parts: number[]) => parts.map(part => syllables[part]).join('')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const latinName = (core: number[], trade: number) => `${capital(word(core))} ${trades[trade]![0]} Co., Ltd.`
const chineseName = (core: number[], city: number, trade: number, form: string) =>
  `${cities[city]![1]}${core.map(part => characters[part % characters.length]).join('')}${trades[trade]![1]}${form}`
