import type { Role } from '../platform/roles.ts'

/** Who may bring files into the ledger and take them back; everybody may read what was imported. */
export const importers: readonly Role[] = ['administrator', 'head', 'back office']
