/** Words of company names that do not tell one company from another; all in simplified Chinese or small Latin letters. */

/** Longest first, so that 有限公司 is not taken out of 股份有限公司. */
export const chineseLegalForms = [
  '股份有限公司',
  '有限责任公司',
  '集团有限公司',
  '有限合伙企业',
  '个体工商户',
  '集团公司',
  '有限公司',
  '股份公司',
  '总公司',
  '有限合伙',
  '经营部',
  '商行',
  '公司',
  '集团',
  '股份',
]

export const latinLegalForms = new Set(
  `co ltd limited inc incorporated corp corporation company llc llp plc pte pty pvt sdn bhd gmbh mbh ag kg ohg ug se sa sas
  sarl srl spa bv nv ab oy as aps kk jsc pjsc ooo cv pt tbk tnhh cong ty group holding holdings the and of`.split(
    /\s+/,
  ),
)

/** What a branch calls itself: the rest of its name tells where it is. */
export const branchWords = ['分公司', '办事处', '门市部', '分店', '分厂', '仓库']

const regions =
  `北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西
  甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国 华东 华南 华北 华中 东北 西南 西北 广州 深圳 东莞 佛山 珠海 中山
  惠州 汕头 厦门 福州 泉州 杭州 宁波 温州 台州 嘉兴 湖州 绍兴 金华 义乌 南京 苏州 无锡 常州 南通 徐州 扬州 镇江 青岛 济南
  烟台 潍坊 临沂 大连 沈阳 长春 哈尔滨 石家庄 唐山 太原 郑州 洛阳 武汉 宜昌 长沙 株洲 南昌 合肥 芜湖 成都 绵阳 贵阳 昆明
  西安 兰州 西宁 银川 乌鲁木齐 呼和浩特 南宁 柳州 海口 三亚 台北 高雄 舟山 丽水 衢州 漳州 莆田 连云港 盐城 泰州 昆山`.split(
    /\s+/,
  )

export const chineseRegions: readonly string[] = regions.sort((one, other) => other.length - one.length)

/** Countries and regions as Latin names write them; Chinese ones come from their pinyin. */
export const latinRegions = new Set(
  `china prc hongkong hk macau taiwan asia pacific apac vietnam viet nam thailand malaysia singapore indonesia philippines
  india japan korea germany deutschland france italy spain uk usa us europe international intl overseas global shaanxi`.split(
    /\s+/,
  ),
)

/** One token for a trade, however it is called. Longest Chinese word first. */
const trades: Record<string, string> = {
  automation: '自动化 automation automatic',
  equipment: '设备 器材 装备 equipment equipments appliance appliances',
  machinery: '机械 机电 machinery machine machines mechanical electromechanical',
  electric: '电气 电器 电力 electric electrical electrics power',
  electronics: '电子 electronics electronic',
  controls: '工控 控制 controls control',
  instruments: '仪器 仪表 instruments instrument instrumentation',
  communications: '通信 通讯 communications communication telecom',
  network: '网络 network networks networking',
  supplychain: '供应链 物流 logistics supplychain supply chain',
  supplies: '工业品 supplies',
  trading: '贸易 商贸 经贸 进出口 销售 trading trade import export sales',
  industry: '实业 工业 industry industries industrial',
  technology: '科技 技术 高科 technology technologies tech',
  engineering: '工程 engineering engineers construction',
  systems: '系统 systems system',
  integration: '集成 integration integrated',
  hardware: '五金 hardware',
  materials: '建材 材料 materials material',
  tools: '工具 tools tool',
  intelligent: '智能 intelligent smart',
  information: '信息 information info',
  manufacturing: '制造 manufacturing manufacturer works factory',
  development: '发展 开发 development',
  service: '服务 service services',
  rail: '轨道交通 rail transit',
  water: '水务 water',
  port: '港口 port',
}

export const latinTrades: ReadonlyMap<string, string> = new Map(
  Object.entries(trades).flatMap(([token, words]) =>
    words
      .split(' ')
      .filter(word => /^[a-z]+$/.test(word))
      .map(word => [word, token] as const),
  ),
)

export const chineseTrades: readonly (readonly [word: string, token: string])[] = Object.entries(trades)
  .flatMap(([token, words]) =>
    words
      .split(' ')
      .filter(word => !/^[a-z]+$/.test(word))
      .map(word => [word, token] as const),
  )
  .sort(([one], [other]) => other.length - one.length)

/** Domains that thousands of companies share. */
export const publicMailDomains = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk yahoo.com.cn ymail.com icloud.com
  me.com aol.com gmx.de gmx.com gmx.net web.de t-online.de mail.ru yandex.ru proton.me protonmail.com zoho.com qq.com
  foxmail.com 163.com 126.com yeah.net 139.com 189.cn sina.com sina.cn sohu.com tom.com 21cn.com aliyun.com vip.qq.com
  vip.163.com wo.cn 188.com naver.com daum.net`.split(/\s+/),
)
