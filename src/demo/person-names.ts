import { capital, withoutMarks } from './account-names.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

export type PersonName = { name: string; latin: string; mailName: string }

const surnames = pairs(
  '陈chen 林lin 黄huang 王wang 李li 张zhang 周zhou 吴wu 徐xu 郑zheng 叶ye 金jin 潘pan 蔡cai 许xu 何he 郭guo 胡hu 朱zhu 沈shen 姚yao 卢lu 戴dai 夏xia 钟zhong 汪wang 范fan 方fang 石shi 姜jiang 谢xie 赖lai 颜yan 邱qiu',
)
const givenNames = pairs(
  '伟wei 静jing 敏min 强qiang 磊lei 洋yang 艳yan 勇yong 杰jie 娟juan 涛tao 超chao 明ming 霞xia 平ping 刚gang 丹dan 鹏peng 琳lin 斌bin 宇yu 浩hao 凯kai 健jian 俊jun 波bo 辉hui 婷ting 雪xue 慧hui 志zhi 文wen 海hai 晓xiao 建jian 国guo 思si 雅ya 嘉jia 欣xin',
)

const foreignNames: Record<
  Exclude<Place['country'], 'CN'>,
  { given: string[]; family: string[]; familyFirst: boolean }
> = {
  VN: {
    given: ['Văn Hùng', 'Thị Lan', 'Minh Tuấn', 'Thu Hà', 'Quốc Bảo', 'Ngọc Anh', 'Đức Long', 'Thanh Mai', 'Anh Dũng'],
    family: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'],
    familyFirst: true,
  },
  TH: {
    given: ['Somchai', 'Kanya', 'Anong', 'Prasert', 'Niran', 'Malee', 'Wichai', 'Suda', 'Thanakorn'],
    family: ['Sukkasem', 'Charoenporn', 'Rattanakul', 'Boonmee', 'Saetang', 'Wongsawat', 'Thongdee'],
    familyFirst: false,
  },
  MY: {
    given: ['Azlan', 'Nurul', 'Wei Jie', 'Mei Ling', 'Hafiz', 'Siti', 'Kok Leong', 'Priya', 'Arjun'],
    family: ['Rahman', 'Tan', 'Lim', 'Ismail', 'Subramaniam', 'Wong', 'Yusof'],
    familyFirst: false,
  },
  SG: {
    given: ['Jun Hao', 'Hui Min', 'Daniel', 'Rachel', 'Kumar', 'Xin Yi', 'Marcus', 'Farah'],
    family: ['Tan', 'Lim', 'Ng', 'Lee', 'Koh', 'Nair', 'Ong', 'Chua'],
    familyFirst: false,
  },
  ID: {
    given: ['Budi', 'Dewi', 'Agus', 'Putri', 'Rizky', 'Sari', 'Hendra', 'Wulan', 'Bayu'],
    family: ['Santoso', 'Wijaya', 'Hartono', 'Lestari', 'Pratama', 'Gunawan', 'Siregar'],
    familyFirst: false,
  },
  PH: {
    given: ['Jose', 'Maria', 'Ramon', 'Angela', 'Carlo', 'Liza', 'Paolo', 'Grace', 'Miguel'],
    family: ['Santos', 'Reyes', 'Cruz', 'Bautista', 'Garcia', 'Mendoza', 'Villanueva'],
    familyFirst: false,
  },
}

export function personName(random: Random, country: Place['country']): PersonName {
  if (country === 'CN') {
    const surname = random.pick(surnames)
    const given = [random.pick(givenNames)]
    if (random.chance(0.65)) given.push(random.pick(givenNames))
    const sound = given.map(part => part.sound).join('')
    return {
      name: surname.character + given.map(part => part.character).join(''),
      latin: `${capital(surname.sound)} ${capital(sound)}`,
      mailName: `${sound}.${surname.sound}`,
    }
  }
  const { given, family, familyFirst } = foreignNames[country]
  const own = random.pick(given)
  const surname = random.pick(family)
  const name = familyFirst ? `${surname} ${own}` : `${own} ${surname}`
  const mail = (part: string) =>
    withoutMarks(part)
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
  return { name, latin: withoutMarks(name), mailName: `${mail(own)}.${mail(surname)}` }
}

function pairs(text: string): { character: string; sound: string }[] {
  return text.split(' ').map(pair => ({ character: pair.slice(0, 1), sound: pair.slice(1) }))
}
