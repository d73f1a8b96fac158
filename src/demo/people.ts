import { company } from './company.ts'
import type { Place } from './places.ts'

export type DemoRole = 'administrator' | 'head' | 'manager' | 'back office' | 'executive' | 'reader'

export type DemoPerson = {
  /** Stable key within the demo; the account's owner names it. */
  key: string
  name: string
  email: string
  role: DemoRole
  title: string
  language: 'en' | 'zh-Hans'
  /** Cities that a manager looks after; empty for everyone else. */
  cities: string[]
}

type Row = [key: string, name: string, role: DemoRole, title: string, language: DemoPerson['language'], ...string[]]

const rows: Row[] = [
  ['su.yan', '苏妍 Su Yan', 'administrator', 'Systems administrator 系统管理员', 'zh-Hans'],
  ['lin.zhiyuan', '林致远 Lin Zhiyuan', 'head', 'Head of key accounts 大客户部总监', 'zh-Hans'],
  ['chen.xiaolan', '陈晓岚 Chen Xiaolan', 'manager', 'Key account manager 大客户经理', 'zh-Hans', 'Wenzhou'],
  ['ye.jianbo', '叶建波 Ye Jianbo', 'manager', 'Key account manager 大客户经理', 'zh-Hans', 'Taizhou', 'Jiaxing'],
  ['shen.ruo', '沈若 Shen Ruo', 'manager', 'Key account manager 大客户经理', 'zh-Hans', 'Ningbo'],
  ['xu.mingda', '徐明达 Xu Mingda', 'manager', 'Key account manager 大客户经理', 'zh-Hans', 'Hangzhou'],
  ['gu.wenqing', '顾文清 Gu Wenqing', 'manager', 'Senior key account manager 高级大客户经理', 'zh-Hans', 'Shanghai'],
  ['lu.haiyang', '陆海洋 Lu Haiyang', 'manager', 'Key account manager 大客户经理', 'zh-Hans', 'Suzhou'],
  ['huang.jiamin', '黄嘉敏 Huang Jiamin', 'manager', 'Key account manager 大客户经理', 'zh-Hans', 'Xiamen', 'Fuzhou'],
  ['he.zhuo', '何卓 He Zhuo', 'manager', 'Senior key account manager 高级大客户经理', 'zh-Hans', 'Shenzhen'],
  ['liang.siqi', '梁思琪 Liang Siqi', 'manager', 'Key account manager 大客户经理', 'zh-Hans', 'Guangzhou', 'Foshan'],
  [
    'jiang.tao',
    '姜涛 Jiang Tao',
    'manager',
    'Key account manager 大客户经理',
    'zh-Hans',
    'Qingdao',
    'Tianjin',
    'Dalian',
  ],
  [
    'nguyen.thanh.ha',
    'Nguyễn Thanh Hà',
    'manager',
    'Key account manager, Indochina',
    'en',
    'Ho Chi Minh City',
    'Hai Phong',
    'Hanoi',
    'Bangkok',
    'Rayong',
  ],
  [
    'marcus.ong',
    'Marcus Ong',
    'manager',
    'Key account manager, Maritime South-East Asia',
    'en',
    'Penang',
    'Shah Alam',
    'Singapore',
    'Jakarta',
    'Surabaya',
    'Manila',
    'Cebu',
  ],
  ['tang.li', '唐莉 Tang Li', 'back office', 'Order desk 商务专员', 'zh-Hans'],
  ['fang.ning', '方宁 Fang Ning', 'back office', 'Logistics coordinator 物流协调', 'zh-Hans'],
  ['maria.santos', 'Maria Santos', 'back office', 'Export order desk', 'en'],
  ['zheng.guodong', '郑国栋 Zheng Guodong', 'executive', 'President 总经理', 'zh-Hans'],
  ['anna.lindqvist', 'Anna Lindqvist', 'executive', 'Vice president, international', 'en'],
  ['pan.yue', '潘越 Pan Yue', 'reader', 'Finance controller 财务主管', 'zh-Hans'],
  ['hendra.gunawan', 'Hendra Gunawan', 'reader', 'Market analyst', 'en'],
]

export const people: readonly DemoPerson[] = rows.map(([key, name, role, title, language, ...cities]) => ({
  key,
  name,
  email: `${key}@${company.mailDomain}`,
  role,
  title,
  language,
  cities,
}))

/** The manager who looks after a place. */
export function managerOf(place: Place): DemoPerson {
  const manager = people.find(person => person.cities.includes(place.city))
  if (!manager) throw new Error(`Nobody looks after ${place.city}`)
  return manager
}
