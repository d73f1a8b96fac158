import { detectSupplyKind } from './detect-supply-kind.ts'
import type { ImportKind } from './fields.ts'
import { readHeader } from './header-name.ts'
import { matchColumns } from './match-columns.ts'

/**
 * What a file holds, by its headers. The best guess, and whether it is one; null where nothing fits.
 * Invoice lines are told by a document with amounts or quantities, rates by a currency with a rate, contacts by what
 * only people have, what is installed by a make or model and its day of purchase, life or condition, costs by an account with days and amounts but neither documents nor goods.
 */
export function detectKind(headers: readonly string[]): { kind: ImportKind; sure: boolean } | null {
  const invoice = matchColumns('invoices', headers)
  const has = (field: string) => invoice.columns[field] !== undefined
  const money = has('net') || (has('quantity') && has('unit_price')) || (has('cost') && has('margin'))
  const goods = has('quantity') || has('unit_price') || has('unit_cost') || has('margin')

  if (!has('document') && speaksOfEquipment(headers)) return { kind: 'installed', sure: true }
  const isInvoices = invoice.missing.length === 0
  const supplyKind = detectSupplyKind(headers, isInvoices)
  if (supplyKind) return { kind: supplyKind, sure: true }
  if (isInvoices && !namesCosts(headers)) return { kind: 'invoices', sure: true }

  const rates = matchColumns('rates', headers)
  if (rates.missing.length === 0 && !named('rates', headers, ['account', 'product', 'document'])) {
    return { kind: 'rates', sure: true }
  }
  const contacts = matchColumns('contacts', headers)
  if (contacts.missing.length === 0 && !money && !goods && speaksOfPeople(headers))
    return { kind: 'contacts', sure: true }

  const costs = matchColumns('costs', headers)
  if (costs.missing.length === 0 && !goods && !has('document') && !has('product')) {
    return { kind: 'costs', sure: costs.columns.kind !== undefined || namesCosts(headers) }
  }
  if (contacts.missing.length === 0 && !money && !goods && !has('document') && couldBePeople(headers)) {
    return { kind: 'contacts', sure: false }
  }
  // A day, an amount and goods or a document: invoice lines that lack something.
  if (has('day') && (money || goods || has('document')) && (has('account') || has('document'))) {
    return { kind: 'invoices', sure: true }
  }
  const products = matchColumns('products', headers)
  const accounts = matchColumns('accounts', headers)
  const productLike = products.missing.length === 0 ? namedAs(headers, 'product', products.columns.product!) : 0
  const accountLike = accounts.missing.length === 0 ? namedAs(headers, 'account', accounts.columns.account!) : 0
  if (goods && money) return { kind: 'invoices', sure: true }
  if (productLike > accountLike) return { kind: 'products', sure: true }
  if (accountLike > productLike) return { kind: 'accounts', sure: true }
  const productFields = Object.keys(products.columns).length
  const accountFields = Object.keys(accounts.columns).length
  if (products.missing.length === 0 && productFields > accountFields)
    return { kind: 'products', sure: productFields > 2 }
  if (accounts.missing.length === 0 && accountFields > productFields)
    return { kind: 'accounts', sure: accountFields > 2 }
  return null
}

function named(_kind: ImportKind, headers: readonly string[], fields: readonly string[]): boolean {
  const columns = matchColumns('invoices', headers).columns
  return fields.some(
    field => columns[field] !== undefined && readHeader(headers[columns[field]!]!).spellings[0] !== 'code',
  )
}

/** 2 where the column is named after the thing itself, 1 where by a word that fits anything ("code", "no"). */
function namedAs(headers: readonly string[], field: string, column: number): number {
  const plain = /^(code|id|no|nr|number|key|编码|编号|代码)$/
  const { spellings } = readHeader(headers[column]!)
  if (spellings.some(spelling => plain.test(spelling))) return 1
  return matchColumns('invoices', headers).columns[field] === undefined ? 1 : 2
}

/** What only equipment that stands somewhere has: when it was installed, how long it lives, in which condition it is. */
const ageing =
  /^(boughton|purchasedate|purchasedon|dateofpurchase|installedon|installationdate|installdate|dateinstalled|commissionedon|inservicesince|installedquantity|installedqty|expectedlife|usefullife|servicelife|replacementcycle|condition|lifemonths|lifeyears|expectedlifemonths|expectedlifeinmonths|购买日期|购入日期|装机日期|安装日期|投运日期|启用日期|装机数量|在用数量|使用年限|预计寿命|更换周期|使用寿命|设备状况|kaufdatum|installationsdatum|einbaudatum|lebensdauer|nutzungsdauer|miseenservice|dureedevie|vidautil)$/

function speaksOfEquipment(headers: readonly string[]): boolean {
  const { columns, missing } = matchColumns('installed', headers)
  if (missing.length > 0 || (columns.brand === undefined && columns.model === undefined)) return false
  return headers.some(header => readHeader(header).spellings.some(spelling => ageing.test(spelling)))
}

const people =
  /^(firstname|lastname|surname|forename|givenname|contact|contactname|contactperson|jobtitle|role|position|联系人|联系人姓名|姓名|职务|职位|岗位|手机|手机号|vorname|nachname|ansprechpartner|prenom|apellidos?|cargo|funktion|fonction|mobile|mobilephone)$/

function speaksOfPeople(headers: readonly string[]): boolean {
  return headers.some(header => readHeader(header).spellings.some(spelling => people.test(spelling)))
}

/** An account, a plain name and a way to reach it: companies or people. */
function couldBePeople(headers: readonly string[]): boolean {
  const { account: _account, name, note: _note, ...others } = matchColumns('accounts', headers).columns
  const { email, phone } = matchColumns('contacts', headers).columns
  if (Object.keys(others).length > 0 || name === undefined || (email === undefined && phone === undefined)) return false
  return /^(?:name|名称|nom|nombre|nome)$/.test(readHeader(headers[name]!).spellings[0] ?? '')
}

const costWords =
  /^(costs?|expenses?|expenseamount|costamount|costtype|costkind|costelement|expensetype|costcategory|expensecategory|costtoserve|费用|费用金额|费用类型|费用项目|费用类别|服务成本|kostenart)$/

/** Headers of cost to serve that no invoice line has. */
function namesCosts(headers: readonly string[]): boolean {
  const spellings = headers.map(header => readHeader(header).spellings)
  const kinds = spellings.some(each =>
    each.some(spelling => costWords.test(spelling) && !/^(costs?|costamount)$/.test(spelling)),
  )
  const columns = matchColumns('invoices', headers).columns
  return kinds && columns.quantity === undefined && columns.product === undefined
}
