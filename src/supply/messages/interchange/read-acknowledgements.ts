import { type Segment, textOf } from './segment.ts'

/** What a partner says of an interchange of ours: its group (997) or interchange (CONTRL) control number, and the verdict. */
export type Verdict = { control: string; accepted: boolean }

/** Reads the body of a 997 or CONTRL, segment by segment. */
export class AcknowledgementReader {
  readonly verdicts: Verdict[] = []
  #group = ''

  segment(segment: Segment): void {
    const { tag } = segment
    if (tag === 'AK1') this.#group = textOf(segment, 2)
    // AK901: accepted, accepted with errors noted, partly accepted; all else is a rejection.
    else if (tag === 'AK9')
      this.verdicts.push({ control: this.#group, accepted: ['A', 'E', 'P'].includes(textOf(segment, 1)) })
    else if (tag === 'UCI') this.verdicts.push({ control: textOf(segment, 1), accepted: textOf(segment, 4) !== '4' })
    else if (tag === 'UCM' && textOf(segment, 3) === '4') {
      const last = this.verdicts.at(-1)
      if (last) last.accepted = false
    }
  }
}
