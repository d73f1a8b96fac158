export type Machine = {
  /** Memory that we may use, in bytes. */
  memory: number
  /** Size of the shared memory file system in bytes (containers often give 64 MB); null where there is none. */
  sharedMemory: number | null
}

const mega = 1024 * 1024
const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))
const size = (bytes: number) => `${Math.floor(bytes / mega)}MB`

/**
 * Settings of the embedded PostgreSQL by the machine's memory. Durable: every acknowledged commit is on disk.
 * `wal_level = minimal` because nothing replicates from it, which spares the log a bulk load into a new table.
 */
export function postgresSettings({ memory, sharedMemory }: Machine): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: size(between(64 * mega, memory / 8, 2048 * mega)),
    effective_cache_size: size(memory / 2),
    work_mem: size(between(8 * mega, memory / 256, 64 * mega)),
    maintenance_work_mem: size(between(64 * mega, memory / 24, 1024 * mega)),
    dynamic_shared_memory_type: sharedMemory !== null && sharedMemory >= 512 * mega ? 'posix' : 'mmap',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_compression: 'on',
    wal_buffers: '16MB',
    min_wal_size: '256MB',
    max_wal_size: memory >= 6144 * mega ? '4GB' : '1GB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C.UTF-8',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    tcp_keepalives_idle: '60',
  }
}

/** Settings of a throw-away database of the tests: the same, but nothing needs to survive the machine. */
export const throwAwaySettings: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
}

/** The text of postgresql.conf; what an operator adds to `own.conf` beside it comes last and wins. */
export function postgresConfiguration(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  return [
    '# Written by Vitalfew at every start. Your own settings: in own.conf beside this file.',
    ...lines,
    "include_if_exists = 'own.conf'",
    '',
  ].join('\n')
}
