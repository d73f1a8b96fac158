import type { Cause, Mode } from './delivery.ts'

const modeWords: readonly [RegExp, Mode][] = [
  [/charter|包机/i, 'air charter'],
  [/^(?:sea|s|vsl)$|ocean|vessel|seefracht|seeweg|schiff|maritim|barco|\bmer\b|\bmar\b|海/i, 'sea'],
  [/^(?:air|a)$|\bair\b|airfreight|air freight|luft|a[eé]rien|avion|a[eé]re[oa]|空/i, 'air'],
  [/^(?:rail|r)$|\brail|train|bahn|schiene|ferr|tren\b|铁/i, 'rail'],
  [/courier|express|parcel|kurier|paket|\bcep\b|colis|messagerie|mensajer|paqueter|快递|快件/i, 'courier'],
  [
    /^(?:road|t)$|\broad|truck|lorry|ltl|ftl|lkw|stra(?:ß|ss)e|routier|\broute|camion|cami[oó]n|carretera|terrestre|land|汽运|公路|陆|卡车/i,
    'road',
  ],
]

/** The mode that a word in a file means; one that nobody knows is another mode. */
export function modeOfText(text: string): Mode {
  return modeWords.find(([words]) => words.test(text.trim()))?.[1] ?? 'other'
}

const causeWords: readonly [RegExp, Cause][] = [
  [
    /weather|storm|typhoon|hurricane|flood|snow|wetter|sturm|m[eé]t[eé]o|temp[eê]te|clima|tormenta|天气|台风|暴雨|风暴/i,
    'weather',
  ],
  [/\bcustoms?\b|clearance|zoll|douane|aduana|海关|清关|报关/i, 'customs'],
  [/account|customer|consignee|receiver|client|kunde|empf[aä]nger|destinatai|cliente|客户|收货方/i, 'the account'],
  [
    /carrier|transport|vessel|forwarder|haulier|port|congestion|spedit|transporteur|naviera|承运|物流|运输|船|港/i,
    'carrier',
  ],
  [/warehouse|picking|packing|dispatch|loading|lager|entrep[oô]t|almac[eé]n|仓|拣货|装车/i, 'our warehouse'],
  [
    /production|manufactur|plant|capacity|material|stock.?out|produktion|fabri|producci|生产|产能|缺料|缺货/i,
    'our production',
  ],
]

/** The cause that words in a file mean; words that fit none are another cause, and stay as its note. */
export function causeOfText(text: string): { cause: Cause; note: string | null } {
  const cause = causeWords.find(([words]) => words.test(text))?.[1] ?? 'other'
  return { cause, note: text.trim().toLowerCase() === cause ? null : text.trim() }
}
