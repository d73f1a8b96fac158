import { discovered } from '../../platform/discovered.server.ts'
import type { Language } from '../../platform/language.ts'
import type { SignalFormat } from '../../platform/signal.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import type { LineReason } from './order.ts'

/**
 * How whoever proposes lines says their reasons: the default export of a `….line-reason.server.ts`, found by its name.
 * One sentence for each kind of reason.
 */
export type LineReasonSource = { kinds: Record<string, (reason: LineReason, format: SignalFormat) => string> }

const both: readonly Language[] = ['en', 'zh-Hans']

/** The sentence of each line that has a reason of a known kind, by the line's number, in both languages. */
export async function reasonsOf(
  lines: readonly { line: number; reason: LineReason | null }[],
  currency: string,
): Promise<Map<number, Record<Language, string>>> {
  const sources = await discovered<LineReasonSource>('.line-reason.server.ts', ({ kinds }) => Object.keys(kinds))
  const formats = new Map(both.map(language => [language, sentenceFormat(language, currency)]))
  const say = (reason: LineReason, language: Language) => {
    const words = sources.map(({ part }) => part.kinds[reason.kind]).find(Boolean)
    return words?.(reason, formats.get(language)!)
  }
  return new Map(
    lines.flatMap(({ line, reason }) => {
      const en = reason && say(reason, 'en')
      return reason && en ? [[line, { en, 'zh-Hans': say(reason, 'zh-Hans')! }] as const] : []
    }),
  )
}
