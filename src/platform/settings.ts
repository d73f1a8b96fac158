import type { Language } from './language.ts'

/** The company's choices. */
export type Settings = {
  companyName: string
  /** ISO 4217; 'XXX' (no currency) until a person or the first import with a currency column says it. */
  baseCurrency: string
  /** 1 = January. */
  fiscalYearStartMonth: number
  /** What people see who have not chosen. */
  language: Language
  /** IANA name; decides what day it is. */
  timeZone: string
  /** A demo lets everybody sign in as one of its people with one click. */
  demo: boolean
  /** The day on which a demo stands for ever ('2026-11-02'), so that it shows the same whenever it is opened; else null. */
  demoDay: string | null
  /** Where people reach the product, such as https://kam.example.com; written at each start, for links in mails. */
  address: string
}

/** ISO 4217 for "no currency": nobody has said it yet. */
export const unknownCurrency = 'XXX'

export const defaultSettings: Settings = {
  companyName: '',
  baseCurrency: unknownCurrency,
  fiscalYearStartMonth: 1,
  language: 'en',
  timeZone: 'UTC',
  demo: false,
  demoDay: null,
  address: '',
}
