import type { RefusalWords } from '../platform/refusal-words.ts'

/** The sentences of this room's refusals. */
export const importsRefusals: RefusalWords = {
  file_not_found: {
    en: v => `There is no file ${v.file}.`,
    'zh-Hans': v => `找不到文件 ${v.file}。`,
  },
  file_is_directory: {
    en: v => `${v.file} is a directory; import the files in it one by one.`,
    'zh-Hans': v => `${v.file} 是文件夹，请逐个导入其中的文件。`,
  },
  file_not_readable: {
    en: v => `The file ${v.file} may not be read: check its permissions.`,
    'zh-Hans': v => `没有权限读取文件 ${v.file}。`,
  },
  file_empty: {
    en: v => `The file ${v.file} is empty. Nothing was imported.`,
    'zh-Hans': v => `文件 ${v.file} 是空的，未导入任何数据。`,
  },
  file_damaged: {
    en: v => `The file is damaged and cannot be read to its end (${v.detail}). Nothing was imported; export it again.`,
    'zh-Hans': v => `文件已损坏，无法完整读取（${v.detail}）。未导入任何数据，请重新导出。`,
  },
  file_expands_too_much: {
    en: v =>
      `The compressed file unpacks to more than ${v.megabytes} MB, far more than a table would. Nothing was imported.`,
    'zh-Hans': v => `压缩文件解压后超过 ${v.megabytes} MB，不像是数据表。未导入任何数据。`,
  },
  file_not_a_table: {
    en: v => `The file ${v.file} holds no table with columns. Save it as CSV, XLSX or Parquet.`,
    'zh-Hans': v => `文件 ${v.file} 中没有带列的表格，请另存为 CSV、XLSX 或 Parquet。`,
  },
  format_unsupported: {
    en: v => `The file ${v.file} is of a kind (${v.format}) that cannot be imported. Save it as CSV, XLSX or Parquet.`,
    'zh-Hans': v => `不支持文件 ${v.file} 的格式（${v.format}），请另存为 CSV、XLSX 或 Parquet。`,
  },
  sheet_unknown: {
    en: v => `There is no sheet “${v.sheet}” in the workbook.`,
    'zh-Hans': v => `工作簿中没有名为“${v.sheet}”的工作表。`,
  },
  field_unknown: {
    en: v => `There is no field “${v.field}”. The fields are: ${v.fields}.`,
    'zh-Hans': v => `没有“${v.field}”这个字段。可用字段：${v.fields}。`,
  },
  import_unknown: {
    en: v => `There is no import ${v.id}.`,
    'zh-Hans': v => `没有编号为 ${v.id} 的导入。`,
  },
  import_running: {
    en: () => 'Another import is running. Nothing was imported; try again when it has ended.',
    'zh-Hans': () => '另一个导入正在进行，未导入任何数据，请等它结束后再试。',
  },
  import_interrupted: {
    en: () =>
      'The import was interrupted (the machine or the process stopped). Nothing of it is in the ledger; start it again.',
    'zh-Hans': () => '导入被中断（机器或进程停止）。台账中没有它的任何数据，可以重新开始。',
  },
  import_failed: {
    en: v => `The import failed and nothing of it was kept: ${v.detail}.`,
    'zh-Hans': v => `导入失败，未保留任何数据：${v.detail}。`,
  },
  import_cancelled: {
    en: () => 'The import was cancelled. Nothing of it was kept.',
    'zh-Hans': () => '导入已取消，未保留任何数据。',
  },
  import_not_undoable: {
    en: v => `Import ${v.id} cannot be undone: it is ${v.state}, not finished.`,
    'zh-Hans': v => `导入 ${v.id} 无法撤销：它的状态是 ${v.state}，不是已完成。`,
  },
  import_not_startable: {
    en: v => `Import ${v.id} cannot be started: it is ${v.state}.`,
    'zh-Hans': v => `导入 ${v.id} 无法开始：它的状态是 ${v.state}。`,
  },
  import_asks: {
    en: v => `Import ${v.id} has open questions; answer them first.`,
    'zh-Hans': v => `导入 ${v.id} 还有未回答的问题，请先回答。`,
  },
  import_without_file: {
    en: v => `The file of import ${v.id} is no longer here; upload it again.`,
    'zh-Hans': v => `导入 ${v.id} 的文件已不在，请重新上传。`,
  },
  nothing_set_aside: {
    en: v => `Import ${v.id} has no open rows set aside for this reason.`,
    'zh-Hans': v => `导入 ${v.id} 没有因此原因搁置的待处理行。`,
  },
  account_to_book_unknown: {
    en: v => `There is no account ${v.account} to book these lines to.`,
    'zh-Hans': v => `没有客户 ${v.account}，无法把这些行记到它名下。`,
  },
  upload_unknown: {
    en: () => 'This upload is not known, or not yours. Start it again.',
    'zh-Hans': () => '没有这个上传，或不属于您，请重新上传。',
  },
  upload_offset_wrong: {
    en: v => `The upload goes on at byte ${v.received}.`,
    'zh-Hans': v => `上传应从第 ${v.received} 字节继续。`,
  },
  upload_too_large: {
    en: v => `The file is larger than ${v.gigabytes} GB.`,
    'zh-Hans': v => `文件超过 ${v.gigabytes} GB。`,
  },
  upload_incomplete: {
    en: v => `Only ${v.received} of ${v.size} bytes have arrived; the upload must be finished first.`,
    'zh-Hans': v => `只收到 ${v.size} 字节中的 ${v.received} 字节，请先完成上传。`,
  },
}
