import type { Language } from '../../../platform/language.ts'

/** What is wrong with an interchange. The codes are stable: scripts and partners rely on them. */
export const faultWords = {
  header_malformed: {
    en: 'the header is not as long or not parted as it must be',
    'zh-Hans': '信封头的长度或分隔方式不符合规定',
  },
  header_missing: { en: 'it stands outside of an interchange', 'zh-Hans': '该段位于交换之外' },
  trailer_missing: { en: 'the interchange ends before its trailer', 'zh-Hans': '交换在信封尾之前中断' },
  segment_unended: { en: 'the segment has no end', 'zh-Hans': '该段没有结束符' },
  segment_unknown: { en: 'this kind of message has no such segment', 'zh-Hans': '该报文类型没有这种段' },
  segment_misplaced: { en: 'the segment may not stand here', 'zh-Hans': '该段不应出现在此处' },
  segment_missing: { en: 'a segment is missing that must stand here', 'zh-Hans': '此处缺少必需的段' },
  control_number_wrong: { en: 'header and trailer have different control numbers', 'zh-Hans': '头尾控制号不一致' },
  control_number_missing: { en: 'the control number is missing', 'zh-Hans': '缺少控制号' },
  segment_count_wrong: { en: 'the number of segments is not the one stated', 'zh-Hans': '段数与声明的不符' },
  line_count_wrong: { en: 'the number of lines is not the one stated', 'zh-Hans': '行项目数与声明的不符' },
  message_count_wrong: { en: 'the number of messages is not the one stated', 'zh-Hans': '报文数与声明的不符' },
  group_count_wrong: { en: 'the number of groups is not the one stated', 'zh-Hans': '功能组数与声明的不符' },
  group_wrong: { en: 'the functional group is not of the kind of its messages', 'zh-Hans': '功能组类型与其中报文不符' },
  control_number_repeated: {
    en: 'the control number was used twice in this interchange',
    'zh-Hans': '控制号在本交换中重复',
  },
  character_wrong: {
    en: 'it holds bytes that are no characters of the stated set',
    'zh-Hans': '含有声明字符集中不存在的字节',
  },
  repeated: { en: 'this interchange was received before', 'zh-Hans': '该交换此前已收到' },
} satisfies Record<string, Record<Language, string>>

export type FaultCode = keyof typeof faultWords

/** Where: the tag and place of the segment in the interchange, 1 is its header; and what was stated against what is. */
export type Fault = {
  code: FaultCode
  segment: string
  position: number
  stated?: string
  found?: string
}

/** Thrown where reading cannot go on. */
export class InterchangeFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(`${fault.segment} ${fault.position}: ${fault.code}`)
    this.fault = fault
  }
}
