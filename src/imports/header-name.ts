/** Traditional characters of headers, for files from Taiwan and Hong Kong. */
const simplified: Record<string, string> = Object.fromEntries(
  '戶户 編编 號号 發发 碼码 數数 單单 價价 額额 幣币 別别 稱称 產产 類类 國国 區区 銷销 業业 務务 員员 貨货 據据 開开 無无 稅税 淨净 總总 訂订 購购 聯联 係系 電电 話话 郵邮 項项 匯汇 規规 麗丽 廠厂 詳详 細细 備备 註注 賬账 帳账 職职 應应 裡里 級级 經经 時时 間间 實实 後后 種种 機机 標标 準准'
    .split(' ')
    .map(pair => [pair[0]!, pair[1]!]),
)

/** Letters and digits alone, lower case, without accents, full-width or spelling noise: "Cust. No." → "custno". */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[%％]/g, ' percent ')
    .replace(/#|№|n[°º]/gi, ' no ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/./gu, letter => simplified[letter] ?? letter)
}

export type HeaderName = {
  /** Spellings to look up, the fullest first. */
  spellings: string[]
  /** What stood in brackets, or after "in": a unit or a currency. */
  unit: string | null
}

const bracketed = /[([{（【［]([^)\]}）】］]*)[)\]}）】］]/g

/** Abbreviations of database columns: CUST_CD is customer code. */
const abbreviations: Record<string, string> = Object.fromEntries(
  'cust customer|cstmr customer|clnt client|inv invoice|invc invoice|prod product|prd product|itm item|qty quantity|quan quantity|amt amount|amnt amount|val value|desc description|descr description|num no|nbr no|nr no|dt date|cd code|acct account|acc account|curr currency|cur currency|ccy currency|sls sales|disc discount|pct percent|perc percent|doc document|ln line|prc price|px price|tot total|cst cost|mgn margin|ctry country|cntry country|reg region|terr territory|mat material|cat category|trx transaction|txn transaction|trans transaction|nm name|rev revenue'
    .split('|')
    .map(pair => pair.split(' ') as [string, string]),
)

/** Words that say whose a thing is and may be left out before some others: "Line Quantity", "Customer Country". */
const owners = new Set([
  'sales',
  'invoice',
  'invoiced',
  'billing',
  'billed',
  'order',
  'line',
  'customer',
  'item',
  'product',
  'document',
  'transaction',
  'sold',
])
const owned = new Set(
  'country region state territory quantity currency currencycode unitprice price netamount netvalue net netprice cost unitcost costamount totalcost margin grossmargin profit discount discountamount discountpercent discountrate category salesperson salesrep'.split(
    ' ',
  ),
)

/** The words of a header: "InvNo", "inv_no" and "INV NO" are inv and no. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/[%]/g, ' percent ')
    .replace(/#/g, ' no ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function otherSpellings(text: string): string[] {
  const words = wordsOf(text).map(word => abbreviations[word] ?? word)
  const found = [words.join('')]
  const rest = words.slice(words.findIndex(word => !owners.has(word))).join('')
  if (words.length > 1 && owned.has(rest)) found.push(rest)
  return found.map(normaliseHeader)
}

const otherThings = /(?:shipping|freight|delivery|handling|tax|vat|transport|运费|税)\W*$/i

/** Whether what stands before is a table or a list. R writes Order.Date for Order Date: there a point is a space. */
function isPath(before: string, sign: string): boolean {
  if (otherThings.test(before)) return false
  if (sign !== '.') return true
  const last = before
    .split(/[^\p{L}\p{N}]+/u)
    .at(-1)!
    .toLowerCase()
  return (
    /^(?:dbo|public|\p{L}{1,2}|\p{L}+s|\p{L}*(?:lines?|table|row|header|fact|tbl))$/u.test(last) || owners.has(last)
  )
}

/** A header with and without its bracketed unit, its path ("Invoice lines/Product") and its table ("dbo.Qty"). */
export function readHeader(text: string): HeaderName {
  const spellings = new Set<string>([normaliseHeader(text)])
  const units = [...text.matchAll(bracketed)].map(match => match[1]!.trim())
  const bare = text.replace(bracketed, ' ').trim()
  if (bare) spellings.add(normaliseHeader(bare))
  const inUnit =
    /^(.*\S)\s+(?:in|en)\s+([A-Z]{3})$/i.exec(bare) ?? /^(.*\S)[\s_-]+([A-Z]{3}|€|\$|£|¥|￥|元)$/.exec(bare)
  if (inUnit) spellings.add(normaliseHeader(inUnit[1]!))
  // The last step of a path: Odoo writes "Invoice lines/Quantity", others "invoice.lines.quantity".
  const step = /^(.*?)([/.>:|])\s*([^/.>:|]+)$/.exec(bare)
  if (step && step[3]!.trim().length > 2 && isPath(step[1]!, step[2]!)) spellings.add(normaliseHeader(step[3]!))
  for (const spelling of otherSpellings(bare || text)) spellings.add(spelling)
  spellings.delete('')
  return { spellings: [...spellings], unit: units[0] ?? inUnit?.[2] ?? null }
}
