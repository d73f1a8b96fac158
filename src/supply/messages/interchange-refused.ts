import { Refusal } from '../../platform/refusal.ts'
import { firstFault, type InterchangeFacts } from './interchange/interchange-facts.ts'
import { type Fault, faultWords } from './interchange/interchange-fault.ts'

/** A file of interchanges that is refused whole, with what could be read of it. */
export class InterchangeRefused extends Refusal {
  readonly interchanges: readonly InterchangeFacts[]

  constructor(
    fault: Fault,
    interchanges: readonly InterchangeFacts[],
    values: Record<string, string | number | null> = {},
  ) {
    const { code, segment, position, stated = null, found = null } = fault
    const control = interchanges.find(each => firstFault(each) === fault)?.control ?? null
    super(code === 'repeated' ? 'interchange_repeated' : 'interchange_invalid', {
      fault: code,
      segment,
      position,
      stated,
      found,
      control,
      ...values,
    })
    this.interchanges = interchanges
  }
}

/** @throws InterchangeRefused where anything is wrong with any of them */
export function refuseFaulty(interchanges: readonly InterchangeFacts[]): void {
  for (const facts of interchanges) {
    const fault = firstFault(facts)
    if (fault) throw new InterchangeRefused(fault, interchanges)
  }
}

/** The sentence of a fault: "SE, segment 11: the number of segments is not the one stated (stated 8, found 9)". */
export function faultSentence(fault: Pick<Fault, 'code' | 'stated' | 'found'>, language: 'en' | 'zh-Hans'): string {
  const words = faultWords[fault.code][language]
  const { stated, found } = fault
  if (language === 'en') {
    const parts = [stated ? `stated ${stated}` : '', found ? `found ${found}` : ''].filter(Boolean)
    return parts.length > 0 ? `${words} (${parts.join(', ')})` : words
  }
  const parts = [stated ? `声明为 ${stated}` : '', found ? `实际为 ${found}` : ''].filter(Boolean)
  return parts.length > 0 ? `${words}（${parts.join('，')}）` : words
}
