import type { Language } from './language.ts'
import type { SignalFormat } from './signal.ts'

/**
 * The page that one reads before a visit. Each room says its part of it (see platform/brief-part.server.ts), in both
 * languages at once: a brief put by on a phone is read without a network, in whichever language.
 */
export type Words = Record<Language, string>

/** Something to know: one line, and what stands quietly below it. */
export type BriefItem = {
  text: Words
  detail: Words | null
  /** Good for us, to watch, or bad; null: a plain fact. */
  mark: 'good' | 'warning' | 'bad' | null
  /** Where one reads more, within the web app. */
  path: string | null
}

/** An amount against that of the same days a year before: decimal strings in base currency; null: not known. */
export type BriefFigure = { label: Words; amount: string | null; before: string | null; isPart: boolean }

/**
 * What could be spoken of. `weight` 0 to 100 puts topics of all rooms in one order: 90 a word of ours is broken, 70 money
 * is going away, 50 somebody who decides is missing or against us, 30 we could know more, 10 courtesy.
 */
export type BriefTopic = { text: Words; reason: Words; weight: number }

export type BriefSection = {
  title: Words
  items: BriefItem[]
  figures?: BriefFigure[]
  topics?: BriefTopic[]
}

/** The topics worth the hour: the weightiest first, each once, `most` of them. */
export function suggestTopics(sections: readonly BriefSection[], most = 5): BriefTopic[] {
  const seen = new Set<string>()
  return sections
    .flatMap(section => section.topics ?? [])
    .map((topic, place) => ({ topic, place }))
    .sort((a, b) => b.topic.weight - a.topic.weight || a.place - b.place)
    .filter(({ topic }) => !seen.has(topic.text.en) && seen.add(topic.text.en))
    .slice(0, most)
    .map(({ topic }) => topic)
}

/** Says a sentence in both languages; figures within it are written by the format it is given. */
export const inBoth = (formats: Record<Language, SignalFormat>, say: (format: SignalFormat) => string): Words => ({
  en: say(formats.en),
  'zh-Hans': say(formats['zh-Hans']),
})
