import { describe, expect, test } from 'vitest'
import {
  formatAgo,
  formatAmount,
  formatBytes,
  formatCount,
  formatDay,
  formatDays,
  formatDuration,
  formatMonth,
  formatNumber,
  formatPoints,
  formatShare,
  isNegative,
} from './format.ts'

describe('amounts', () => {
  test('a tile shows three digits with the unit of the language', () => {
    expect(formatAmount('12434567.89', 'CNY', 'compact', 'en')).toBe('¥12.4M')
    expect(formatAmount('123934567.89', 'CNY', 'compact', 'zh-Hans')).toBe('¥1.24亿')
    expect(formatAmount('12434567.89', 'CNY', 'compact', 'zh-Hans')).toBe('¥1243万')
    expect(formatAmount('312400', 'USD', 'compact', 'en')).toBe('$312K')
    expect(formatAmount('999999', 'USD', 'compact', 'en')).toBe('$1M')
    expect(formatAmount('0', 'EUR', 'compact', 'en')).toBe('€0')
  })
  test('the exact form keeps every decimal of the ledger', () => {
    expect(formatAmount('80487704.2043', 'USD', 'exact', 'en')).toBe('$80,487,704.2043')
    expect(formatAmount('5', 'USD', 'exact', 'en')).toBe('$5.00')
  })
  test('more digits than a float can hold come out unchanged', () => {
    expect(formatAmount('90071992547409931.2345', null, 'exact', 'en')).toBe('90,071,992,547,409,931.2345')
  })
  test('a loss carries a true minus', () => {
    expect(formatAmount('-667312.7375', 'USD', 'whole', 'en')).toBe('−$667,313')
    expect(formatAmount('-0.2', 'USD', 'whole', 'en')).toBe('$0')
  })
  test('an unknown currency shows no sign', () => {
    expect(formatAmount('1200', 'XXX', 'whole', 'en')).toBe('1,200')
    expect(formatAmount('1200', null, 'whole', 'zh-Hans')).toBe('1,200')
  })
  test('minus nothing is not a loss', () => {
    expect(isNegative('-0.00')).toBe(false)
    expect(isNegative('-0.01')).toBe(true)
    expect(isNegative('0.01')).toBe(false)
  })
})

describe('other figures', () => {
  test('shares have one decimal, growth shows its sign', () => {
    expect(formatShare(0.66684, 'en')).toBe('66.7%')
    expect(formatShare(0.121, 'en', true)).toBe('+12.1%')
    expect(formatShare(-0.121, 'zh-Hans', true)).toBe('−12.1%')
  })
  test('points line up, counts stay exact until a million', () => {
    expect(formatPoints(70, 'en')).toBe('70.0')
    expect(formatCount(60_919, 'en')).toBe('60,919')
    expect(formatCount(1_234_567, 'en')).toBe('1.23M')
    expect(formatNumber(-1234.567, 'en')).toBe('−1,234.57')
  })
  test('bytes take the unit that fits', () => {
    expect(formatBytes(4_200_000, 'en')).toBe('4.2 MB')
    expect(formatBytes(999, 'en')).toBe('999 byte')
  })
})

describe('days', () => {
  test('a plain day is that day in every zone', () => {
    expect(formatDay('2014-05-01', 'en')).toBe('1 May 2014')
    expect(formatDay('2014-05-01', 'zh-Hans')).toBe('2014年5月1日')
    expect(formatMonth('2014-05-01', 'en')).toBe('May 2014')
    expect(formatDays('2013-05-02', '2014-05-01', 'en')).toBe('2 May 2013 – 1 May 2014')
    expect(formatDays('2014-05-01', '2014-05-01', 'en')).toBe('1 May 2014')
  })
  test('age and remaining time are told coarsely', () => {
    const now = new Date('2026-11-23T03:00:00Z')
    expect(formatAgo('2026-11-23T02:55:00Z', now, 'en')).toBe('5 minutes ago')
    expect(formatAgo('2026-11-20T03:00:00Z', now, 'zh-Hans')).toBe('3天前')
    expect(formatDuration(200, 'en')).toBe('3 min 20 s')
    expect(formatDuration(3900, 'zh-Hans')).toBe('1 小时 5 分')
    expect(formatDuration(7200, 'en')).toBe('2 h')
    expect(formatDuration(40, 'en')).toBe('40 s')
  })
})
