import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'engage.promise': { name: { en: 'Promises', 'zh-Hans': '承诺' }, erase: 'words' },
    'engage.visit_attendance': { name: { en: 'Who was at visits', 'zh-Hans': '拜访在场人员' }, erase: 'rows' },
  },
} satisfies PersonData
