/** What a kind of message must hold to be read at all. */
export type MessageRule = {
  /** X12: the code of its functional group. */
  group: string | null
  /** The segment right after the header. */
  first: string
  /** Segments that may stand in it. */
  tags: ReadonlySet<string>
}

function tags(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

// The standards let partners leave much out and add what their guide says; a tag beyond these is a damaged one.
const x12Report =
  'BIA XQ XPO N9 PER N1 N2 N3 N4 REF DTM CUR G62 LM LQ LIN SLN PID MEA PO3 PO4 CTP CTB AMT PKG TD1 TD3 TD4 TD5 FOB SAC SDQ QTY ZA SCH UIT LDT LS LE MAN MTX MSG NTE CTT SE'
const edifactReport =
  'BGM DTM RFF NAD LOC CTA COM CUX LIN PIA IMD FTX MEA HAN GIN GIR QTY INV STS MOA PRI APR RNG PAC PCI CPS QVA TAX PCD ALC ALI DLM DGS GDS IDE CCI CAV SCC TOD TDT PAI PAT CNT UNS UNT'

/** Kinds of messages that are taken in. */
export const messageRules: Record<string, MessageRule> = {
  852: { group: 'PD', first: 'XQ', tags: tags(x12Report) },
  846: { group: 'IB', first: 'BIA', tags: tags(x12Report) },
  997: { group: 'FA', first: 'AK1', tags: tags('AK1 AK2 AK3 AK4 AK5 AK9 SE') },
  SLSRPT: { group: null, first: 'BGM', tags: tags(edifactReport) },
  INVRPT: { group: null, first: 'BGM', tags: tags(edifactReport) },
  CONTRL: { group: null, first: 'UCI', tags: tags('UCI UCM UCS UCD UCF UNT') },
}

export function isReport(type: string): boolean {
  return type in messageRules && type !== '997' && type !== 'CONTRL'
}
