import type { Separators } from './segment.ts'

/** Where the sixteen elements of an ISA begin: each has a fixed width. */
const isaElements = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]

/** Characters of an ISA with its terminator. */
export const isaLength = 106

/**
 * The separators of an X12 interchange from its ISA, 106 characters of fixed width; null where it is not one. The
 * repetition sign is told by ISA11 from version 00402 on; before, the U there names a standard.
 */
export function separatorsOfIsa(isa: string): Separators | null {
  if (isa.length < isaLength || !isa.startsWith('ISA')) return null
  const element = isa[3]!
  if (/[A-Za-z0-9 ]/.test(element)) return null
  const component = isa[104]!
  const terminator = isa[105]!
  if (isaElements.some(at => isa[at] !== element) || isa.split(element).length !== 17) return null
  if (/[A-Za-z0-9 ]/.test(component) || /[A-Za-z0-9 ]/.test(terminator)) return null
  if (new Set([element, component, terminator]).size < 3) return null
  // A sign less, and all after it have moved: the usual terminator in the place before a line end.
  if (/\s/.test(terminator) && (component === '~' || component === "'")) return null
  const repeats = isa[82]!
  const repetition = isa.slice(84, 89) >= '00402' && !/[A-Za-z0-9 ]/.test(repeats) ? repeats : null
  return { element, component, repetition, release: null, terminator }
}

/** Characters of a UNA: the tag and six signs. */
export const unaLength = 9

/** What holds where no UNA says otherwise (ISO 9735, UNOA). */
export const edifactSigns: Separators = {
  element: '+',
  component: ':',
  repetition: null,
  release: '?',
  terminator: "'",
}

/** The separators that a UNA names; a space in the place of release or repetition means that there is none. */
export function separatorsOfUna(una: string): Separators | null {
  if (una.length < unaLength || !una.startsWith('UNA')) return null
  const [component, element, , release, repetition, terminator] = una.slice(3, 9)
  const signs = {
    component: component!,
    element: element!,
    release: release === ' ' ? null : release!,
    repetition: repetition === ' ' ? null : repetition!,
    terminator: terminator!,
  }
  // The same here.
  if (repetition === "'" && /\s/.test(terminator!)) return null
  const used = Object.values(signs).filter(sign => sign !== null)
  return new Set(used).size < used.length || used.some(sign => /[A-Za-z0-9 ]/.test(sign)) ? null : signs
}
