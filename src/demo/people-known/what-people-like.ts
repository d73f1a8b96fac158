import type { ConsentCovers } from '../../know/people/consent.ts'

type Said = readonly [english: string, chinese: string]

export const preferences: readonly [string, string][] = [
  ['Longjing tea, and time to drink it', '爱喝龙井，喜欢慢慢聊'],
  ['Badminton on Thursdays', '周四打羽毛球'],
  ['Fishing off the islands', '喜欢海钓'],
  ['Wants figures first, then the talk', '先看数据，再谈合作'],
  ['Calligraphy', '爱好书法'],
  ['Long-distance running', '坚持长跑'],
  ['Daughter studies engineering', '女儿学工科，常聊教育'],
  ['Likes to be shown the factory', '喜欢参观工厂'],
  ['Short calls before nine', '九点前短电话最合适'],
  ['Football on Sundays', '周日踢球'],
]

export const gifts: readonly [string, string][] = [
  ['Company policy: nothing above 200 yuan', '公司规定：礼品不超过 200 元'],
  ['Tea at Mid-Autumn, returned a book', '中秋送茶，回赠书籍'],
  ['Accepts nothing; thank in writing', '不收礼，书面致谢即可'],
  ['Calendar for the whole team', '给团队送台历'],
]

export const taboos: readonly [string, string][] = [
  ['No alcohol at lunch', '中午不饮酒'],
  ['Never compare with his former employer', '不要提及前东家'],
  ['Does not take calls after six', '下班后不接电话'],
  ['Vegetarian', '素食'],
  ['No surprise visits', '不接受临时拜访'],
]

export const purposes: Readonly<Record<ConsentCovers, Said>> = {
  'personal data': ['Care of the account', '客户关系维护'],
  marketing: ['News of products and events', '产品与活动资讯'],
  photos: ['Pictures of the annual meeting', '年会照片'],
}

export const saidBy: readonly Said[] = [
  ['Business card handed over', '交换名片'],
  ['Signed form at the fair', '展会签署表格'],
  ['Word at a visit', '拜访时口头同意'],
  ['E-mail', '邮件'],
]
