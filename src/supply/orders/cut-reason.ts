/** Why less was confirmed than wanted; the words of X12 855 and EDIFACT ORDRSP follow from it. */
export const cutReasons = ['allocated', 'back ordered', 'discontinued', 'price', 'credit'] as const

export type CutReason = (typeof cutReasons)[number]
