const iso = new Set(
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'.split(
    ' ',
  ),
)

const spellings: Record<string, string> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  欧元: 'EUR',
  $: 'USD',
  US$: 'USD',
  USD$: 'USD',
  $US: 'USD',
  美元: 'USD',
  美金: 'USD',
  DOLLAR: 'USD',
  DOLLARS: 'USD',
  'US DOLLAR': 'USD',
  '£': 'GBP',
  英镑: 'GBP',
  STG: 'GBP',
  POUND: 'GBP',
  '¥': 'CNY',
  RMB: 'CNY',
  'CN¥': 'CNY',
  'RMB¥': 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  人民币元: 'CNY',
  YUAN: 'CNY',
  CNH: 'CNY',
  'JP¥': 'JPY',
  日元: 'JPY',
  日圆: 'JPY',
  円: 'JPY',
  YEN: 'JPY',
  HK$: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  NT$: 'TWD',
  NTD: 'TWD',
  新台币: 'TWD',
  台币: 'TWD',
  S$: 'SGD',
  SG$: 'SGD',
  新加坡元: 'SGD',
  新币: 'SGD',
  A$: 'AUD',
  AU$: 'AUD',
  澳元: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  CDN$: 'CAD',
  加元: 'CAD',
  NZ$: 'NZD',
  R$: 'BRL',
  MX$: 'MXN',
  '₹': 'INR',
  RS: 'INR',
  'RS.': 'INR',
  卢比: 'INR',
  '₩': 'KRW',
  韩元: 'KRW',
  '฿': 'THB',
  泰铢: 'THB',
  '₫': 'VND',
  Đ: 'VND',
  越南盾: 'VND',
  RM: 'MYR',
  林吉特: 'MYR',
  马币: 'MYR',
  RP: 'IDR',
  'RP.': 'IDR',
  印尼盾: 'IDR',
  '₱': 'PHP',
  菲律宾比索: 'PHP',
  '₽': 'RUB',
  卢布: 'RUB',
  '₺': 'TRY',
  TL: 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  ZŁ: 'PLN',
  ZL: 'PLN',
  KČ: 'CZK',
  KC: 'CZK',
  FT: 'HUF',
  FR: 'CHF',
  'FR.': 'CHF',
  SFR: 'CHF',
  'SFR.': 'CHF',
  瑞士法郎: 'CHF',
  瑞郎: 'CHF',
}

/** ISO 4217 code of a code, sign or name as files write it; null where it is none. */
export function currencyOf(text: string): string | null {
  const word = text.normalize('NFKC').trim().toUpperCase()
  const found = spellings[word]
  if (found) return found
  return iso.has(word) ? (word === 'CNH' ? 'CNY' : word) : null
}

/** As `currencyOf`, for what stands beside digits: a sign, and perhaps a code with it ("USD $"). */
export function currencyOfSign(word: string): string | null {
  const found = currencyOf(word)
  if (found) return found
  const both = /^([A-Za-z]{3})([$€£¥₹]|元)$/.exec(word) ?? /^([$€£¥₹])([A-Za-z]{3})$/.exec(word)?.toReversed()
  if (!both) return null
  return currencyOf(both.find(part => /^[A-Za-z]{3}$/.test(part)) ?? '')
}
