import type { DemoAccount } from './accounts.ts'
import { personName } from './person-names.ts'
import { Random } from './random.ts'

export type DemoContact = {
  account: string
  name: string
  role: string
  department: string
  email: string
  phone: string
  wechat: string
}

type Post = [role: string, roleChinese: string, department: string, departmentChinese: string]

const posts: readonly Post[] = [
  ['General manager', '总经理', 'Management', '管理层'],
  ['Purchasing manager', '采购经理', 'Purchasing', '采购部'],
  ['Technical director', '技术总监', 'Engineering', '技术部'],
  ['Project manager', '项目经理', 'Projects', '项目部'],
  ['Warehouse keeper', '仓库主管', 'Warehouse', '仓储部'],
  ['Sales clerk', '门市销售', 'Sales', '销售部'],
  ['Accountant', '会计', 'Finance', '财务部'],
  ['Service engineer', '售后工程师', 'Service', '售后部'],
]

/** About 1,500 people at the accounts: deciders first, and on the floor of the large ones as well. */
export function demoContacts(seed: string, accounts: readonly DemoAccount[]): DemoContact[] {
  return accounts.flatMap(account => {
    const random = new Random(seed, 'contacts', account.rank)
    const { rank, place } = account
    const count = rank < 60 ? random.integer(4, 6) : rank < 130 ? random.integer(3, 4) : random.integer(1, 3)
    const used = new Set<string>()
    return posts.slice(0, count).map(([role, roleChinese, department, departmentChinese]): DemoContact => {
      let person = personName(random, place.country)
      while (used.has(person.name) || used.has(person.mailName)) person = personName(random, place.country)
      used.add(person.name).add(person.mailName)
      const chinese = place.country === 'CN'
      return {
        account: account.code,
        name: chinese ? `${person.name} ${person.latin}` : person.name,
        role: chinese ? `${role} ${roleChinese}` : role,
        department: chinese ? `${department} ${departmentChinese}` : department,
        email: `${person.mailName}@${account.mailDomain}`,
        // 555-01xx is nobody's number in North America; elsewhere the demo's numbers are made up alike.
        phone: `${place.dialling} 5550 01${String(random.integer(0, 99)).padStart(2, '0')}`,
        wechat: chinese && random.chance(0.7) ? person.mailName.replace('.', '_') : '',
      }
    })
  })
}
