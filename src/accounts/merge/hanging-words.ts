import type { Language } from '../../platform/language.ts'

const names: Readonly<Record<string, readonly [string, string]>> = {
  'confirmed reviews': ['Confirmed reviews', '已确认评审'],
  'engage cadence': ['Cadences', '拜访节奏'],
  'engage calendar entry': ['Calendar entries', '日历安排'],
  'engage event': ['Events', '客户大事'],
  'engage exposure': ['Risk exposures', '受险网点'],
  'engage promise': ['Promises', '承诺'],
  'engage request': ['Requests', '特别请求'],
  'engage risk advice': ['Risk advice', '风险建议'],
  'engage sponsor': ['Sponsors', '高层对口人'],
  'engage visit': ['Visits', '拜访'],
  'engage visit report': ['Visit reports', '拜访报告'],
  'identify invitation': ['Invitations', '特邀'],
  'identify judgement': ['Judgements', '人工评分'],
  'identify override': ['Overrides', '人工定级'],
  'identify value type': ['Value types', '价值类型'],
  'know buying fact': ['Buying facts', '采购情况'],
  'know employment': ['Jobs of people', '人员任职'],
  'know installed': ['Installed items', '装机设备'],
  'know note': ['Notes', '记事'],
  'know potential': ['Potentials', '潜力'],
  'know site': ['Sites', '网点'],
  'supply cross reference': ['Partner codes', '对方编码'],
  'supply delivery': ['Deliveries', '交货'],
  'supply lane': ['Lanes', '运输线路'],
  'supply party identifier': ['Location numbers', '位置码（GLN）'],
  'supply purchase order': ['Orders', '订单'],
  'supply sell through': ['Sell-through', '动销'],
  'supply stock': ['Stock reports', '库存上报'],
  'today answer': ['Answers in the queue', '待办回复'],
}

/** What hangs on an account, by the name that `accountUses` gives it; one without a word here is named as it is. */
export const hangingName = (use: string, language: Language): string => {
  const name = names[use]
  if (name) return name[language === 'en' ? 0 : 1]
  const bare = use.replace(/^\w+ /, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
