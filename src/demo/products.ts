import { capital } from './account-names.ts'
import { centsText } from './money.ts'
import { Random, running } from './random.ts'

/** Prices and costs are in whole fen (CNY cents) per piece, as of 2023-11-01. */
export type DemoProduct = {
  code: string
  name: string
  nameChinese: string
  noun: string
  nounChinese: string
  family: string
  familyChinese: string
  /** The same as listFen and costFen, as decimal strings in CNY. */
  listPrice: string
  standardCost: string
  listFen: number
  costFen: number
  /** Relative change of the list price each January, e.g. −0.03. */
  yearlyErosion: number
  /** Relative number of lines. */
  popularity: number
  /** Index of the month from which and before which it is sold. */
  soldFrom: number
  soldUntil: number
}

type Family = {
  letter: string
  name: string
  nameChinese: string
  noun: string
  nounChinese: string
  sizes: [mark: string, words: string, chinese: string, list: number][]
  variants: [mark: string, words: string, chinese: string, factor: number][]
  costShare: number
  erosion: number
  popularity: number
  count: number
}

const wide: Family['variants'][number] = ['T', 'wide temperature', '宽温', 1.22]
const plain: Family['variants'][number] = ['', '', '', 1]
const fibre: Family['variants'][number] = ['F', 'two fibre ports', '双光口', 1.3]
const power: Family['variants'][number] = ['P', 'PoE', '供电型', 1.55]
const rail: Family['variants'][number] = ['R', 'rail transit', '轨道交通型', 1.85]

/** The catalogue: every family has a harbour's name. Lists are in yuan. */
const families: readonly Family[] = [
  family('Skerry', '礁石', 'SK', 'unmanaged switch', '非网管交换机', 0.41, -0.035, 10, 32, [
    ['105', '5 ports', '5口', 268],
    ['106', '6 ports, one fibre', '5电1光', 356],
    ['108', '8 ports', '8口', 398],
    ['205G', '5 gigabit ports', '5千兆口', 466],
    ['208G', '8 gigabit ports', '8千兆口', 642],
    ['116', '16 ports', '16口', 936],
    ['216G', '16 gigabit ports', '16千兆口', 1_290],
    ['224G', '24 gigabit ports', '24千兆口', 1_860],
  ]),
  family('Jetty', '栈桥', 'JT', 'managed switch', '网管型交换机', 0.37, -0.03, 9, 44, [
    ['3008', '8 ports', '8口', 1_480],
    ['3008G', '8 gigabit ports', '8千兆口', 2_160],
    ['3012G', '12 gigabit ports', '12千兆口', 2_980],
    ['3016', '16 ports', '16口', 2_640],
    ['3018G', '18 gigabit ports', '18千兆口', 3_880],
    ['3020', '20 ports', '20口', 3_260],
    ['3028G', '28 gigabit ports', '28千兆口', 5_460],
    ['3510X', '10 ports, 10G uplink', '10口万兆上联', 6_280],
    ['3520X', '20 ports, 10G uplink', '20口万兆上联', 8_640],
  ]),
  family('Breakwater', '防波堤', 'BW', 'rack switch', '机架式骨干交换机', 0.36, -0.025, 2.4, 26, [
    ['6028G', '28 gigabit ports', '28千兆口', 7_900],
    ['6028X', '28 ports, 10G', '28口万兆', 12_600],
    ['6052X', '52 ports, 10G', '52口万兆', 18_400],
    ['8032X', '32 ports, layer 3', '32口三层', 26_800],
    ['8064X', '64 ports, layer 3', '64口三层', 42_500],
    ['9006', 'modular, 6 slots', '6槽模块化', 68_000],
  ]),
  family('Beacon', '灯标', 'BC', 'wireless access point', '工业无线接入点', 0.42, -0.04, 3.2, 22, [
    ['510', 'single radio', '单频', 1_780],
    ['520', 'dual radio', '双频', 2_560],
    ['560', 'dual radio, roaming', '双频漫游', 3_940],
    ['580', 'trackside', '轨旁', 6_800],
    ['620', 'Wi-Fi 6', 'Wi-Fi 6', 4_480],
  ]),
  family('Buoy', '浮标', 'BY', 'media converter', '光电转换器', 0.44, -0.05, 6, 20, [
    ['11', '1 fibre, 1 copper', '1光1电', 186],
    ['11G', '1 fibre, 1 copper, gigabit', '千兆1光1电', 268],
    ['12G', '1 fibre, 2 copper, gigabit', '千兆1光2电', 342],
    ['14', '1 fibre, 4 copper', '1光4电', 396],
    ['24G', '2 fibre, 4 copper, gigabit', '千兆2光4电', 618],
  ]),
  family('Mole', '突堤', 'ML', 'serial device server', '串口服务器', 0.4, -0.03, 5, 20, [
    ['S1', '1 serial port', '1串口', 420],
    ['S2', '2 serial ports', '2串口', 640],
    ['S4', '4 serial ports', '4串口', 1_120],
    ['S8', '8 serial ports', '8串口', 1_960],
    ['S16', '16 serial ports', '16串口', 3_380],
  ]),
  family('Tideway', '潮路', 'TW', 'cellular router', '工业路由器', 0.45, -0.045, 3.6, 14, [
    ['R4', '4G', '4G', 1_260],
    ['R4D', '4G, two cards', '4G双卡', 1_580],
    ['R5', '5G', '5G', 4_360],
    ['R5E', '5G, edge computing', '5G边缘计算', 7_200],
  ]),
  family('Bollard', '系缆', 'BL', 'optical module', '光模块', 0.38, -0.06, 8, 12, [
    ['100M', '100 megabit', '百兆', 118],
    ['1G-2', 'gigabit, 2 km', '千兆2公里', 148],
    ['1G-20', 'gigabit, 20 km', '千兆20公里', 196],
    ['1G-80', 'gigabit, 80 km', '千兆80公里', 520],
    ['10G-10', '10G, 10 km', '万兆10公里', 680],
    ['10G-40', '10G, 40 km', '万兆40公里', 1_640],
  ]),
  family('Keel', '龙骨', 'KL', 'power supply', '导轨电源', 0.52, -0.01, 6, 6, [
    ['60', '60 W', '60瓦', 164],
    ['120', '120 W', '120瓦', 258],
    ['240', '240 W', '240瓦', 436],
  ]),
  family('Harbourmaster', '港长', 'HM', 'management software', '网管软件', 0.12, 0, 0.7, 4, [
    ['L50', '50 nodes', '50节点', 9_800],
    ['L200', '200 nodes', '200节点', 26_000],
    ['L1000', '1,000 nodes', '1000节点', 78_000],
    ['LU', 'unlimited', '不限节点', 168_000],
  ]),
]

function family(
  name: string,
  nameChinese: string,
  letter: string,
  noun: string,
  nounChinese: string,
  costShare: number,
  erosion: number,
  popularity: number,
  count: number,
  sizes: Family['sizes'],
): Family {
  const variants =
    letter === 'HM'
      ? [plain]
      : letter === 'BL' || letter === 'KL'
        ? [plain, wide]
        : letter === 'BC' || letter === 'JT' || letter === 'BW'
          ? [plain, wide, fibre, power, rail]
          : [plain, wide, fibre, power]
  return { name, nameChinese, letter, noun, nounChinese, costShare, erosion, popularity, count, sizes, variants }
}

/** 200 products in ten families; a seventh appears within the 36 months and a tenth is discontinued. */
export function demoProducts(seed: string): DemoProduct[] {
  return families.flatMap(family => {
    const random = new Random(seed, 'products', family.letter)
    const candidates = family.variants.flatMap(variant => family.sizes.map(size => ({ size, variant })))
    return candidates.slice(0, family.count).map(({ size, variant }, index): DemoProduct => {
      const listFen = Math.round((size[3] * variant[3]) / 2) * 200
      const costFen = Math.round(listFen * family.costShare * random.between(0.92, 1.1))
      const late = index > 3 && random.chance(0.16)
      const ending = !late && index > 3 && random.chance(0.12)
      return {
        code: `${family.letter}-${size[0]}${variant[0] === '' ? '' : `-${variant[0]}`}`,
        name: [`${family.name} ${size[0]}${variant[0]}`, size[1], variant[1]].filter(Boolean).join(', '),
        nameChinese: [`${family.nameChinese} ${size[2]}`, variant[2]].filter(Boolean).join(' '),
        noun: capital(family.noun),
        nounChinese: family.nounChinese,
        family: family.name,
        familyChinese: family.nameChinese,
        listPrice: centsText(listFen),
        standardCost: centsText(costFen),
        listFen,
        costFen,
        yearlyErosion: family.erosion * random.between(0.6, 1.4),
        popularity: (family.popularity / family.count) * random.spread(0.9) * (variant === plain ? 1.8 : 0.8),
        soldFrom: late ? random.integer(4, 30) : 0,
        soldUntil: ending ? random.integer(12, 32) : 36,
      }
    })
  })
}

/** List price and standard cost in fen in a month; prices change each January, costs follow at 0.8 of the pace. */
export function priceInMonth(product: DemoProduct, month: number): { listFen: number; costFen: number } {
  const januaries = Math.floor((month + 10) / 12)
  let list = product.listFen
  let cost = product.costFen
  for (let year = 0; year < januaries; year++) {
    list *= 1 + product.yearlyErosion
    cost *= 1 + product.yearlyErosion * 0.8
  }
  return { listFen: Math.round(list / 100) * 100, costFen: Math.round(cost) }
}

/** For each month the running weights over all products, 0 for those not sold then. */
export function assortments(products: readonly DemoProduct[], months: number): number[][] {
  return Array.from({ length: months }, (_, month) =>
    running(products.map(product => (month >= product.soldFrom && month < product.soldUntil ? product.popularity : 0))),
  )
}
