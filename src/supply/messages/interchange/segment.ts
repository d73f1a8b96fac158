/** One segment of an interchange, X12 or EDIFACT. */
export type Segment = {
  tag: string
  /** Elements after the tag; each with its repetitions, each of components. */
  elements: string[][][]
  /** Its place in the interchange; ISA and UNB are 1. */
  position: number
}

/** The text of an element (1 is the first after the tag) or of one of its components; '' where nothing stands. */
export function textOf(segment: Segment, element: number, component = 1): string {
  return segment.elements[element - 1]?.[0]?.[component - 1] ?? ''
}

/** A segment to be written: elements as text, or as components. */
export type Written = readonly [tag: string, ...elements: (string | readonly string[])[]]

/** Signs that part an interchange; null where the standard or version has none. */
export type Separators = {
  element: string
  component: string
  repetition: string | null
  release: string | null
  terminator: string
}
