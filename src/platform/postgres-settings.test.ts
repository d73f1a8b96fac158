import { expect, test } from 'vitest'
import { postgresConfiguration, postgresSettings } from './postgres-settings.ts'

const giga = 1024 ** 3

test('a small machine keeps most of its memory for others', () => {
  const settings = postgresSettings({ memory: giga, sharedMemory: giga })
  expect(settings.shared_buffers).toBe('128MB')
  expect(settings.work_mem).toBe('8MB')
  expect(settings.max_wal_size).toBe('1GB')
})

test('a large machine is used up to sensible limits', () => {
  const settings = postgresSettings({ memory: 256 * giga, sharedMemory: giga })
  expect(settings.shared_buffers).toBe('2048MB')
  expect(settings.work_mem).toBe('64MB')
  expect(settings.maintenance_work_mem).toBe('1024MB')
})

test('a container with little or no shared memory keeps parallel queries off it', () => {
  const kind = (sharedMemory: number | null) =>
    postgresSettings({ memory: giga, sharedMemory }).dynamic_shared_memory_type
  expect(kind(512 * 1024 ** 2)).toBe('posix')
  expect(kind(512 * 1024 ** 2 - 1)).toBe('mmap')
  expect(kind(null)).toBe('mmap')
})

test('an apostrophe in a directory does not break the configuration, and own settings come last', () => {
  const text = postgresConfiguration({ 'vitalfew.directory': "/home/o'neil" })
  expect(text).toContain("vitalfew.directory = '/home/o''neil'")
  expect(text.trim().split('\n').at(-1)).toBe("include_if_exists = 'own.conf'")
})
