import type { RefusalWords } from './refusal-words.ts'

/** Refusals of start, command line and database connection. */
export const processRefusals: RefusalWords = {
  data_directory_in_use: {
    en: v =>
      `The data directory ${v.directory} is in use by process ${v.pid}${v.address ? ` (${v.address})` : ''}; stop that one first or choose another with --data.`,
    'zh-Hans': v =>
      `数据目录 ${v.directory} 正由进程 ${v.pid}${v.address ? `（${v.address}）` : ''}使用；请先停止它，或用 --data 指定其他目录。`,
  },
  data_directory_unwritable: {
    en: v =>
      `The data directory ${v.directory} cannot be written by ${v.user} (${v.reason}); choose another with --data.`,
    'zh-Hans': v => `用户 ${v.user} 无法写入数据目录 ${v.directory}（${v.reason}）；请用 --data 指定其他目录。`,
  },
  data_directory_foreign: {
    en: v =>
      `${v.directory} holds other files and is not a data directory of Vitalfew; choose an empty one with --data.`,
    'zh-Hans': v => `${v.directory} 中有其他文件，不是 Vitalfew 的数据目录；请用 --data 指定一个空目录。`,
  },
  data_directory_newer: {
    en: v =>
      `The data directory ${v.directory} was written by a newer Vitalfew (format ${v.format}, this version reads up to ${v.readable}); start it with that version or newer.`,
    'zh-Hans': v =>
      `数据目录 ${v.directory} 由更新版本的 Vitalfew 写入（格式 ${v.format}，本版本最高支持 ${v.readable}）；请使用该版本或更新的版本。`,
  },
  data_option_missing: {
    en: () => '--data wants a directory.',
    'zh-Hans': () => '--data 需要指定一个目录。',
  },
  port_taken: {
    en: v => `Port ${v.port} is taken by another program; choose another with --port.`,
    'zh-Hans': v => `端口 ${v.port} 已被其他程序占用；请用 --port 指定其他端口。`,
  },
  address_not_allowed: {
    en: v => `Vitalfew may not listen on ${v.host}:${v.port} (${v.reason}); choose another with --host or --port.`,
    'zh-Hans': v => `无法监听 ${v.host}:${v.port}（${v.reason}）；请用 --host 或 --port 更改。`,
  },
  web_not_built: {
    en: v => `The web app could not be built: ${v.reason}.`,
    'zh-Hans': v => `网页应用构建失败：${v.reason}。`,
  },
  demo_refused: {
    en: v =>
      `${v.directory} holds a company of its own; the demo company needs an empty data directory, choose one with --data.`,
    'zh-Hans': v => `${v.directory} 中已有企业数据；演示企业需要空的数据目录，请用 --data 指定。`,
  },
  empty_refused: {
    en: v => `${v.directory} holds the demo company; choose an empty data directory for your own with --data.`,
    'zh-Hans': v => `${v.directory} 中是演示企业；请用 --data 为您自己的企业指定空目录。`,
  },
  backup_unwritable: {
    en: v => `The backup ${v.file} cannot be written (${v.reason}); nothing was left there.`,
    'zh-Hans': v => `无法写入备份文件 ${v.file}（${v.reason}），未留下任何内容。`,
  },
  backup_unreadable: {
    en: v => `The backup ${v.file} cannot be read: ${v.reason}.`,
    'zh-Hans': v => `无法读取备份文件 ${v.file}：${v.reason}。`,
  },
  backup_foreign: {
    en: v => `${v.file} is not a backup of Vitalfew.`,
    'zh-Hans': v => `${v.file} 不是 Vitalfew 的备份文件。`,
  },
  backup_broken: {
    en: v => `The backup ${v.file} is cut short or damaged; nothing was restored.`,
    'zh-Hans': v => `备份文件 ${v.file} 不完整或已损坏，未恢复任何内容。`,
  },
  backup_newer: {
    en: v =>
      `The backup ${v.file} was written by a newer Vitalfew (${v.version}); restore it with that version or newer.`,
    'zh-Hans': v => `备份文件 ${v.file} 由更新版本的 Vitalfew（${v.version}）写入；请用该版本或更新的版本恢复。`,
  },
  restore_needs_empty: {
    en: v => `${v.directory} (or its database) holds data already; restore into an empty directory with --data.`,
    'zh-Hans': v => `${v.directory}（或其数据库）中已有数据；请用 --data 恢复到空目录。`,
  },
  restore_unfinished: {
    en: v => `The restore into ${v.directory} was cut short; run vitalfew restore again to finish it.`,
    'zh-Hans': v => `恢复到 ${v.directory} 的操作未完成；请再次运行 vitalfew restore。`,
  },
  database_url_wrong: {
    en: () =>
      'DATABASE_URL is not the address of a PostgreSQL: it looks like postgres://user:password@host:5432/database.',
    'zh-Hans': () => 'DATABASE_URL 不是 PostgreSQL 地址，应形如 postgres://user:password@host:5432/database。',
  },
  database_unreachable: {
    en: v => `No PostgreSQL answers at ${v.host} (${v.reason}); check DATABASE_URL and that the server runs.`,
    'zh-Hans': v => `${v.host} 上没有 PostgreSQL 应答（${v.reason}）；请检查 DATABASE_URL 以及服务器是否在运行。`,
  },
  database_password_wrong: {
    en: v => `The PostgreSQL at ${v.host} does not let ${v.user} in; check user and password in DATABASE_URL.`,
    'zh-Hans': v => `${v.host} 上的 PostgreSQL 拒绝用户 ${v.user} 登录；请检查 DATABASE_URL 中的用户名和密码。`,
  },
  database_missing: {
    en: v =>
      `The PostgreSQL at ${v.host} has no database ${v.database}; create it (create database ${v.database}) or change DATABASE_URL.`,
    'zh-Hans': v => `${v.host} 上的 PostgreSQL 没有数据库 ${v.database}；请先创建，或修改 DATABASE_URL。`,
  },
  database_too_old: {
    en: v => `The PostgreSQL of DATABASE_URL is ${v.version}; Vitalfew needs 15 or newer.`,
    'zh-Hans': v => `DATABASE_URL 指向的 PostgreSQL 版本为 ${v.version}；Vitalfew 需要 15 或更高版本。`,
  },
  database_encoding: {
    en: v => `The database of DATABASE_URL is encoded in ${v.encoding}; create one with encoding UTF8.`,
    'zh-Hans': v => `DATABASE_URL 指向的数据库编码为 ${v.encoding}；请创建编码为 UTF8 的数据库。`,
  },
  database_not_allowed: {
    en: v =>
      `${v.user} may not create schemas in the database ${v.database}; grant it (grant create on database ${v.database} to ${v.user}).`,
    'zh-Hans': v => `用户 ${v.user} 无权在数据库 ${v.database} 中创建模式；请授予该权限。`,
  },
  database_failed: {
    en: v => `The PostgreSQL at ${v.host} refuses: ${v.reason}.`,
    'zh-Hans': v => `${v.host} 上的 PostgreSQL 拒绝连接：${v.reason}。`,
  },
  postgres_failed: {
    en: v => `The embedded PostgreSQL does not start: ${v.reason}.`,
    'zh-Hans': v => `内置 PostgreSQL 无法启动：${v.reason}。`,
  },
  postgres_absent: {
    en: v =>
      `There is no embedded PostgreSQL that runs on this machine (${v.platform}); run npm run setup, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    'zh-Hans': v =>
      `没有可在本机（${v.platform}）运行的内置 PostgreSQL；请运行 npm run setup，或将 DATABASE_URL 设为您自己的 PostgreSQL（15 或更高版本）。`,
  },
  postgres_other_version: {
    en: v =>
      `The database in ${v.directory} is of PostgreSQL ${v.found} and this version brings ${v.brought}; back it up with the version that wrote it and restore the backup with this one.`,
    'zh-Hans': v =>
      `${v.directory} 中的数据库属于 PostgreSQL ${v.found}，而本版本自带 ${v.brought}；请用原版本备份，再用本版本恢复。`,
  },
  postgres_foreign: {
    en: v =>
      `A PostgreSQL that is not ours runs on ${v.directory} as process ${v.pid}; end it (kill -INT ${v.pid}) and start again.`,
    'zh-Hans': v =>
      `另一个 PostgreSQL（进程 ${v.pid}）正在使用 ${v.directory}；请先结束它（kill -INT ${v.pid}）再启动。`,
  },
  postgres_as_root: {
    en: v =>
      `PostgreSQL does not run as root and cannot become ${v.user} here (${v.reason}); start as an ordinary user or set DATABASE_URL.`,
    'zh-Hans': v =>
      `PostgreSQL 不能以 root 运行，且此处无法切换为 ${v.user}（${v.reason}）；请以普通用户启动，或设置 DATABASE_URL。`,
  },
}
