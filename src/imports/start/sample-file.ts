import type { Language } from '../../platform/language.ts'
import { fieldOf, type TableKind } from '../fields.ts'

/** A small file of each kind: its fields, and rows as they stand in a file. */
const samples: Record<TableKind, { fields: string[]; rows: Record<Language, string[][]> }> = {
  invoices: {
    fields: ['document', 'line', 'day', 'account', 'account_name', 'product', 'quantity', 'unit_price', 'net', 'cost'],
    rows: {
      en: [
        ['INV-1001', '1', '2026-01-12', 'C001', 'Harbour Electric', 'SW-08', '20', '310.00', '6200.00', '4340.00'],
        ['INV-1001', '2', '2026-01-12', 'C001', 'Harbour Electric', 'SW-16', '5', '690.00', '3450.00', '2415.00'],
        ['INV-1002', '1', '2026-01-15', 'C002', 'Northgate Systems', 'SW-08', '8', '325.00', '2600.00', '1736.00'],
        ['CRN-0031', '1', '2026-02-03', 'C001', 'Harbour Electric', 'SW-16', '-1', '690.00', '-690.00', '-483.00'],
      ],
      'zh-Hans': [
        ['FP-1001', '1', '2026-01-12', 'K001', '宁波海港电气', 'SW-08', '20', '310.00', '6200.00', '4340.00'],
        ['FP-1001', '2', '2026-01-12', 'K001', '宁波海港电气', 'SW-16', '5', '690.00', '3450.00', '2415.00'],
        ['FP-1002', '1', '2026-01-15', 'K002', '温州北门系统', 'SW-08', '8', '325.00', '2600.00', '1736.00'],
        ['HZ-0031', '1', '2026-02-03', 'K001', '宁波海港电气', 'SW-16', '-1', '690.00', '-690.00', '-483.00'],
      ],
    },
  },
  accounts: {
    fields: ['account', 'name', 'country', 'region', 'city', 'parent', 'salesperson'],
    rows: {
      en: [
        ['C001', 'Harbour Electric', 'SG', 'Central', 'Singapore', '', 'Mei Lin'],
        ['C002', 'Northgate Systems', 'MY', 'Penang', 'George Town', 'C001', 'Mei Lin'],
      ],
      'zh-Hans': [
        ['K001', '宁波海港电气', 'CN', '浙江', '宁波', '', '林梅'],
        ['K002', '温州北门系统', 'CN', '浙江', '温州', 'K001', '林梅'],
      ],
    },
  },
  products: {
    fields: ['product', 'name', 'category', 'unit', 'list_price', 'standard_cost', 'currency'],
    rows: {
      en: [
        ['SW-08', '8-port switch', 'Switches', 'pcs', '345.00', '217.00', 'CNY'],
        ['SW-16', '16-port switch', 'Switches', 'pcs', '760.00', '483.00', 'CNY'],
      ],
      'zh-Hans': [
        ['SW-08', '8 口交换机', '交换机', '台', '345.00', '217.00', 'CNY'],
        ['SW-16', '16 口交换机', '交换机', '台', '760.00', '483.00', 'CNY'],
      ],
    },
  },
  contacts: {
    fields: ['account', 'name', 'role', 'phone', 'email'],
    rows: {
      en: [
        ['C001', 'Ann Lee', 'Purchasing manager', '+65 5550 0123', 'ann.lee@example.com'],
        ['C002', 'Omar Aziz', 'Warehouse keeper', '+60 4 555 0188', 'omar@example.com'],
      ],
      'zh-Hans': [
        ['K001', '李安', '采购经理', '0574-5550123', 'li.an@example.com'],
        ['K002', '王强', '仓库主管', '0577-5550188', 'wang.qiang@example.com'],
      ],
    },
  },
  rates: {
    fields: ['day', 'currency', 'rate'],
    rows: {
      en: [
        ['2026-01-05', 'USD', '7.0180'],
        ['2026-01-12', 'USD', '7.0065'],
      ],
      'zh-Hans': [
        ['2026-01-05', 'USD', '7.0180'],
        ['2026-01-12', 'USD', '7.0065'],
      ],
    },
  },
  costs: {
    fields: ['account', 'day', 'kind', 'amount', 'note'],
    rows: {
      en: [
        ['C001', '2026-01-20', 'Freight', '480.00', 'Express, storm season'],
        ['C002', '2026-02-02', 'Technical service', '1250.00', 'Two days on site'],
      ],
      'zh-Hans': [
        ['K001', '2026-01-20', '运费', '480.00', '台风季加急'],
        ['K002', '2026-02-02', '技术服务', '1250.00', '现场两天'],
      ],
    },
  },
  installed: {
    fields: ['account', 'brand', 'model', 'category', 'quantity', 'bought_on', 'unit_price', 'life_years'],
    rows: {
      en: [
        ['C001', 'Korund', 'K-2816', 'Switches', '24', '2019-05-20', '820.00', '8'],
        ['C002', 'Vitalfew Demo', 'SW-08', 'Switches', '60', '2021-11-03', '310.00', ''],
      ],
      'zh-Hans': [
        ['K001', '刚玉', 'K-2816', '交换机', '24', '2019-05-20', '820.00', '8'],
        ['K002', '海港', 'SW-08', '交换机', '60', '2021-11-03', '310.00', ''],
      ],
    },
  },
  stock: {
    fields: ['account', 'site', 'product', 'day', 'on_hand', 'in_transit'],
    rows: {
      en: [
        ['C001', '', 'SW-08', '2026-10-25', '64', '20'],
        ['C002', '', 'SW-08', '2026-10-25', '0', ''],
      ],
      'zh-Hans': [
        ['K001', '', 'SW-08', '2026-10-25', '64', '20'],
        ['K002', '', 'SW-08', '2026-10-25', '0', ''],
      ],
    },
  },
  'sell-through': {
    fields: ['account', 'product', 'week', 'sold', 'returned', 'on_hand'],
    rows: {
      en: [
        ['C001', 'SW-08', '2026-W43', '18', '1', '64'],
        ['C001', 'SW-08', '2026-W44', '22', '', '42'],
      ],
      'zh-Hans': [
        ['K001', 'SW-08', '2026-W43', '18', '1', '64'],
        ['K001', 'SW-08', '2026-W44', '22', '', '42'],
      ],
    },
  },
  deliveries: {
    fields: [
      'reference',
      'line',
      'account',
      'product',
      'quantity',
      'promised_on',
      'shipped_on',
      'arrived_on',
      'mode',
      'freight',
    ],
    rows: {
      en: [
        ['DN-0701', '1', 'C001', 'SW-08', '20', '2026-09-30', '2026-09-19', '2026-09-28', 'Sea', '640.00'],
        ['DN-0702', '1', 'C002', 'SW-16', '5', '2026-10-08', '2026-10-05', '2026-10-10', 'Road', '310.00'],
      ],
      'zh-Hans': [
        ['JH-0701', '1', 'K001', 'SW-08', '20', '2026-09-30', '2026-09-19', '2026-09-28', '海运', '640.00'],
        ['JH-0702', '1', 'K002', 'SW-16', '5', '2026-10-08', '2026-10-05', '2026-10-10', '公路', '310.00'],
      ],
    },
  },
  supply: {
    fields: ['product', 'week', 'quantity'],
    rows: {
      en: [
        ['SW-08', '2026-W45', '400'],
        ['SW-16', '2026-W45', '120'],
      ],
      'zh-Hans': [
        ['SW-08', '2026-W45', '400'],
        ['SW-16', '2026-W45', '120'],
      ],
    },
  },
}

/** Header and rows of a sample of this kind; the headers are those that the detection knows. */
export function sampleTable(kind: TableKind, language: Language): { header: string[]; rows: string[][] } {
  const { fields, rows } = samples[kind]
  return { header: fields.map(field => headerOf(kind, field, language)), rows: rows[language] }
}

function headerOf(kind: TableKind, field: string, language: Language): string {
  const words = fieldOf(kind, field)!.words[language]
  return language === 'en' ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
