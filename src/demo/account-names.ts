import type { Place } from './places.ts'
import type { Random } from './random.ts'

export type Trade = 'dealer' | 'distributor' | 'contractor'

/** `name` is as on the company's papers in its own country, `latin` is what an English reader uses. */
export type CompanyName = { name: string; latin: string; mailDomain: string }

const firstSyllables = syllables(
  '瀚han 屿yu 沅yuan 珩heng 澄cheng 骁xiao 砚yan 峤qiao 溟ming 桐tong 榕rong 岚lan 洵xun 霁ji 曜yao 铎duo 峻jun 翊yi 朔shuo 濂lian 棠tang 鹭lu 晟sheng 璟jing 淳chun 苇wei 帆fan 堰yan 礼li 穗sui',
)
const secondSyllables = syllables(
  '川chuan 达da 泰tai 联lian 工gong 智zhi 通tong 和he 诺nuo 科ke 维wei 恒heng 源yuan 邦bang 锐rui 顺shun 凯kai 信xin 格ge 力li 佳jia 拓tuo 航hang 腾teng',
)

type Words = [chinese: string, latin: string][]

const chineseTrades: Record<Trade, Words> = {
  dealer: [
    ['自动化设备', 'Automation'],
    ['电气', 'Electric'],
    ['工控', 'Industrial Controls'],
    ['机电设备', 'Electromechanical'],
    ['通信器材', 'Communications'],
    ['仪器仪表', 'Instruments'],
  ],
  distributor: [
    ['供应链', 'Supply Chain'],
    ['工业品', 'Industrial Supplies'],
    ['电子科技', 'Electronics'],
    ['网络科技', 'Network Technology'],
  ],
  contractor: [
    ['系统集成', 'Systems Integration'],
    ['智能工程', 'Intelligent Engineering'],
    ['轨道交通技术', 'Rail Transit Technology'],
    ['电力工程', 'Power Engineering'],
    ['水务科技', 'Water Technology'],
    ['港口机械工程', 'Port Engineering'],
  ],
}

type Pattern = {
  first: string[]
  second: string[]
  trades: Record<Trade, string[]>
  build: (brand: string, trade: string) => string
}

const foreign: Record<Exclude<Place['country'], 'CN'>, Pattern> = {
  VN: {
    first: ['Minh', 'Hải', 'Tân', 'Phúc', 'Bình', 'Thiên', 'Đông', 'An', 'Kim', 'Quang'],
    second: ['Khang', 'Phát', 'Lộc', 'Vinh', 'Nguyên', 'Trường', 'Sơn', 'Hưng', 'Lâm'],
    trades: {
      dealer: ['Automation', 'Electric Equipment', 'Industrial Controls'],
      distributor: ['Industrial Supply', 'Network Distribution'],
      contractor: ['Port Systems', 'Power Engineering', 'Systems Integration'],
    },
    build: (brand, trade) => `${brand} ${trade} Co., Ltd.`,
  },
  TH: {
    first: ['Siri', 'Thana', 'Wattana', 'Anan', 'Kosin', 'Rung', 'Phatra', 'Chok'],
    second: ['chai', 'kit', 'pong', 'rat', 'sap', 'wong', 'mongkol'],
    trades: {
      dealer: ['Automation', 'Electric', 'Control Supply'],
      distributor: ['Industrial Trading', 'Network Supply'],
      contractor: ['Engineering', 'Systems', 'Rail Technology'],
    },
    build: (brand, trade) => `${brand} ${trade} Co., Ltd.`,
  },
  MY: {
    first: ['Teguh', 'Cahaya', 'Bestari', 'Gemilang', 'Seri', 'Murni', 'Tenaga'],
    second: ['Jaya', 'Utama', 'Selat', 'Angsana', 'Meranti', 'Kencana'],
    trades: {
      dealer: ['Automation', 'Kawalan', 'Electrical'],
      distributor: ['Industrial Supplies', 'Networks'],
      contractor: ['Engineering', 'Integrasi', 'Power Systems'],
    },
    build: (brand, trade) => `${brand} ${trade} Sdn. Bhd.`,
  },
  SG: {
    first: ['Ridgeline', 'Lantern', 'Tembusu', 'Pandan', 'Kelong', 'Saga', 'Mangrove', 'Shoreline'],
    second: ['Quay', 'Point', 'Bay', 'Hill', 'Crest'],
    trades: {
      dealer: ['Controls', 'Automation', 'Instruments'],
      distributor: ['Distribution', 'Industrial Supply'],
      contractor: ['Systems', 'Marine Engineering', 'Integration'],
    },
    build: (brand, trade) => `${brand} ${trade} Pte. Ltd.`,
  },
  ID: {
    first: ['Cakra', 'Samudra', 'Nusa', 'Arta', 'Graha', 'Buana', 'Tirta', 'Bahari'],
    second: ['Kencana', 'Persada', 'Lestari', 'Abadi', 'Mandala', 'Wijaya'],
    trades: {
      dealer: ['Otomasi', 'Teknika', 'Elektrik'],
      distributor: ['Niaga Industri', 'Jaringan'],
      contractor: ['Rekayasa', 'Integrasi Sistem', 'Daya Teknik'],
    },
    build: (brand, trade) => `PT ${brand} ${trade}`,
  },
  PH: {
    first: ['Bayani', 'Dalisay', 'Tanglaw', 'Luntian', 'Amihan', 'Habagat', 'Liwayway'],
    second: ['Bay', 'Isla', 'Norte', 'Verde', 'Alon'],
    trades: {
      dealer: ['Controls', 'Automation', 'Electric Trading'],
      distributor: ['Industrial Supply', 'Network Trading'],
      contractor: ['Engineering', 'Power Systems', 'Integration'],
    },
    build: (brand, trade) => `${brand} ${trade} Corp.`,
  },
}

export type Brand = { chinese: string; latin: string }

/** A brand not yet in `taken`, which it joins. */
export function newBrand(random: Random, country: Place['country'], taken: Set<string>): Brand {
  let brand = draftBrand(random, country)
  for (let attempt = 0; taken.has(brand.latin); attempt++) {
    brand = draftBrand(random, country)
    // All pairs of a small country may be taken: then a third word makes a new one.
    if (attempt > 40) brand = { ...brand, latin: `${brand.latin} ${draftBrand(random, country).latin}` }
  }
  taken.add(brand.latin)
  return brand
}

function draftBrand(random: Random, country: Place['country']): Brand {
  if (country === 'CN') {
    const first = random.pick(firstSyllables)
    const second = random.pick(secondSyllables)
    return { chinese: first.character + second.character, latin: capital(first.sound + second.sound) }
  }
  const { first, second } = foreign[country]
  const joined = country === 'TH' ? '' : ' '
  const latin = `${random.pick(first)}${joined}${random.pick(second)}`
  return { chinese: '', latin }
}

/** The name of a company; `branch` adds the city, for the subsidiaries of a group. */
export function companyName(
  random: Random,
  brand: Brand,
  place: Place,
  trade: Trade,
  form: 'company' | 'group' | 'branch',
): CompanyName {
  if (place.country === 'CN') {
    const [chinese, latin] = random.pick(chineseTrades[trade])
    if (form === 'group') {
      return named(`${brand.chinese}${chinese}集团`, `${brand.latin} ${latin} Group`, brand)
    }
    const city = form === 'branch' ? `（${place.cityChinese}）` : ''
    const cityLatin = form === 'branch' ? ` (${place.city})` : ''
    return named(`${brand.chinese}${chinese}${city}`, `${brand.latin} ${latin}${cityLatin}`, brand)
  }
  const pattern = foreign[place.country]
  const trading = random.pick(pattern.trades[trade])
  const suffix = form === 'group' ? `${trading} Group` : form === 'branch' ? `${trading} (${place.city})` : trading
  const name = pattern.build(brand.latin, suffix)
  return named(name, withoutMarks(name), brand)
}

function named(name: string, latin: string, brand: Brand): CompanyName {
  const domain = withoutMarks(brand.latin)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
  return { name, latin, mailDomain: `${domain}.example` }
}

export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function syllables(text: string): { character: string; sound: string }[] {
  return text.split(' ').map(syllable => ({ character: syllable.slice(0, 1), sound: syllable.slice(1) }))
}
