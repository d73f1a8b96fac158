import type { Segment, Separators } from './segment.ts'

/** The elements of one segment's text, the terminator taken off. */
export function splitSegment(text: string, signs: Separators, position: number): Segment {
  const whole =
    signs.release !== null && text.includes(signs.release) ? splitReleased(text, signs) : splitPlain(text, signs)
  // A tag may carry components of its own in EDIFACT (explicit nesting); they say nothing here.
  const [tag, ...elements] = whole
  return { tag: tag?.[0]?.[0] ?? '', elements, position }
}

function splitPlain(text: string, { element, component, repetition }: Separators): string[][][] {
  return text
    .split(element)
    .map(each =>
      repetition !== null && each.includes(repetition)
        ? each.split(repetition).map(repeat => repeat.split(component))
        : [each.includes(component) ? each.split(component) : [each]],
    )
}

function splitReleased(text: string, { element, component, repetition, release }: Separators): string[][][] {
  const elements: string[][][] = [[['']]]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    const repeats = elements.at(-1)!
    const components = repeats.at(-1)!
    if (sign === release) components[components.length - 1] += text[++at] ?? ''
    else if (sign === element) elements.push([['']])
    else if (sign === component) components.push('')
    else if (sign === repetition) repeats.push([''])
    else components[components.length - 1] += sign
  }
  return elements
}
