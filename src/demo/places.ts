/** Where the demo's accounts are. `share` is the relative number of accounts. */
export type Place = {
  city: string
  cityChinese: string
  country: 'CN' | 'VN' | 'TH' | 'MY' | 'SG' | 'ID' | 'PH'
  region: string
  regionChinese: string
  dialling: string
  share: number
}

type Row = [city: string, cityChinese: string, dialling: string, share: number]

function region(name: string, chinese: string, country: Place['country'], rows: Row[]): Place[] {
  return rows.map(([city, cityChinese, dialling, share]) => ({
    city,
    cityChinese,
    country,
    region: name,
    regionChinese: chinese,
    dialling,
    share,
  }))
}

export const places: readonly Place[] = [
  ...region('East China', '华东', 'CN', [
    ['Wenzhou', '温州', '+86 577', 44],
    ['Taizhou', '台州', '+86 576', 30],
    ['Ningbo', '宁波', '+86 574', 40],
    ['Hangzhou', '杭州', '+86 571', 38],
    ['Shanghai', '上海', '+86 21', 46],
    ['Suzhou', '苏州', '+86 512', 36],
    ['Jiaxing', '嘉兴', '+86 573', 16],
  ]),
  ...region('South China', '华南', 'CN', [
    ['Xiamen', '厦门', '+86 592', 26],
    ['Fuzhou', '福州', '+86 591', 14],
    ['Shenzhen', '深圳', '+86 755', 44],
    ['Guangzhou', '广州', '+86 20', 36],
    ['Foshan', '佛山', '+86 757', 14],
  ]),
  ...region('North China', '华北', 'CN', [
    ['Qingdao', '青岛', '+86 532', 26],
    ['Tianjin', '天津', '+86 22', 16],
    ['Dalian', '大连', '+86 411', 12],
  ]),
  ...region('South-East Asia', '东南亚', 'VN', [
    ['Ho Chi Minh City', '胡志明市', '+84 28', 24],
    ['Hai Phong', '海防', '+84 225', 12],
    ['Hanoi', '河内', '+84 24', 10],
  ]),
  ...region('South-East Asia', '东南亚', 'TH', [
    ['Bangkok', '曼谷', '+66 2', 22],
    ['Rayong', '罗勇', '+66 38', 8],
  ]),
  ...region('South-East Asia', '东南亚', 'MY', [
    ['Penang', '槟城', '+60 4', 14],
    ['Shah Alam', '莎阿南', '+60 3', 14],
  ]),
  ...region('South-East Asia', '东南亚', 'SG', [['Singapore', '新加坡', '+65', 18]]),
  ...region('South-East Asia', '东南亚', 'ID', [
    ['Jakarta', '雅加达', '+62 21', 20],
    ['Surabaya', '泗水', '+62 31', 10],
  ]),
  ...region('South-East Asia', '东南亚', 'PH', [
    ['Manila', '马尼拉', '+63 2', 12],
    ['Cebu', '宿务', '+63 32', 6],
  ]),
]
