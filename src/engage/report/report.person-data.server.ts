import type { PersonData } from '../../platform/person-data.server.ts'

export default {
  tables: {
    'engage.promise': { name: { en: 'Promises', 'zh-Hans': '承诺' }, erase: 'words' },
    'engage.visit_attendance': { name: { en: 'Attendance at visits', 'zh-Hans': '拜访参加人' }, erase: 'words' },
  },
} satisfies PersonData
