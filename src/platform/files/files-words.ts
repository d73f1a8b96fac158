import type { RefusalWords } from '../refusal-words.ts'

export const filesRefusals: RefusalWords = {
  attached_file_not_found: {
    en: () => 'There is no such file, or it was removed.',
    'zh-Hans': () => '没有这个文件，或已被删除。',
  },
  file_too_large: {
    en: v => `The file is larger than ${v.limit}; nothing was kept. Make it smaller or send a link.`,
    'zh-Hans': v => `文件超过 ${v.limit}，未保存。请压缩后再传，或改发链接。`,
  },
  file_empty_invalid: {
    en: v => `${v.name} is empty.`,
    'zh-Hans': v => `${v.name} 是空文件。`,
  },
  file_kind_invalid: {
    en: v => `${v.name} is of a kind that is not taken. Taken are: ${v.kinds}.`,
    'zh-Hans': v => `不接受 ${v.name} 这种类型的文件。可上传：${v.kinds}。`,
  },
  file_content_invalid: {
    en: v => `${v.name} is not what its name says. Save it again in the right format.`,
    'zh-Hans': v => `${v.name} 的内容与扩展名不符，请另存为正确的格式后再传。`,
  },
  file_store_failed: {
    en: v => `The file store did not take part: ${v.detail}. Nothing was kept; ask the administrator.`,
    'zh-Hans': v => `文件存储出错：${v.detail}。文件未保存，请联系管理员。`,
  },
  file_store_settings_invalid: {
    en: () =>
      'VITALFEW_S3 must be an address such as https://s3.example.com/bucket, with VITALFEW_S3_KEY and VITALFEW_S3_SECRET.',
    'zh-Hans': () =>
      'VITALFEW_S3 应为 https://s3.example.com/bucket 这样的地址，并须设置 VITALFEW_S3_KEY 和 VITALFEW_S3_SECRET。',
  },
}
