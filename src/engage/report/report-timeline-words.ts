import type { TimelineKind } from '../../platform/timeline.ts'

/** A visit that was reported, with the beginning of what was said. */
export const reportHappened: TimelineKind = {
  title: language => (language === 'en' ? 'Visit report' : '拜访报告'),
  sentence: ({ values, actor }, { language }) => {
    const said = values.said === '' ? '' : language === 'en' ? `: ${values.said}` : `：${values.said}`
    return language === 'en' ? `${actor ?? 'Somebody'} visited${said}` : `${actor ? `${actor} ` : '有人'}拜访${said}`
  },
}

const side = (value: unknown, language: string) =>
  value === 'ours' ? (language === 'en' ? 'We' : '我方') : language === 'en' ? 'They' : '对方'

export const promiseMade: TimelineKind = {
  title: language => (language === 'en' ? 'Promise made' : '作出承诺'),
  sentence: ({ values }, { language, day }) => {
    const due = values.due === null ? '' : day(String(values.due))
    if (language === 'en') return `${side(values.side, language)} promised: ${values.what}${due && ` by ${due}`}`
    return `${side(values.side, language)}承诺：${values.what}${due && `（${due}前）`}`
  },
}

const became: Record<string, [en: string, zh: string]> = {
  kept: ['kept', '已兑现'],
  broken: ['broken', '已失信'],
  withdrawn: ['withdrawn', '已撤回'],
}

export const promiseSettled: TimelineKind = {
  title: language => (language === 'en' ? 'Promise settled' : '承诺了结'),
  sentence: ({ values }, { language }) => {
    const [en, zh] = became[String(values.state)]!
    if (language === 'en') return `${values.side === 'ours' ? 'Our' : 'Their'} promise was ${en}: ${values.what}`
    return `${side(values.side, language)}的承诺${zh}：${values.what}`
  },
}
