import { type Policy, policySchema } from './policy.ts'

/** An edited policy that is not in force yet, and the version it began from. */
export interface PolicyDraft {
  readonly basedOn: number
  readonly name: string
  readonly policy: Policy
}

/** Whether anything would change if the draft came into force. */
export function isChanged(draft: PolicyDraft, inForce: { name: string; policy: Policy }): boolean {
  return draft.name !== inForce.name || inOrder(draft.policy) !== inOrder(inForce.policy)
}

/** As text with the keys in the schema's order, since a store may keep them in its own. */
function inOrder(policy: Policy): string {
  const read = policySchema.safeParse(policy)
  return JSON.stringify(read.success ? read.data : policy)
}

/** A draft kept as text by the browser; null where it cannot be read or began from another version. */
export function keptDraft(text: string | null, basedOn: number): PolicyDraft | null {
  if (text === null) return null
  try {
    const { basedOn: from, name, policy } = JSON.parse(text) as Partial<PolicyDraft>
    if (from !== basedOn || typeof name !== 'string') return null
    const read = policySchema.safeParse(policy)
    return read.success ? { basedOn, name, policy: read.data } : null
  } catch {
    return null
  }
}

export interface PolicyFault {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** What is wrong with a policy, by path; empty where it can be used. */
export function policyFaults(policy: Policy): readonly PolicyFault[] {
  const read = policySchema.safeParse(policy)
  return read.success ? [] : read.error.issues
}

/** The first fault at or below a path: `faultAt(faults, 'criteria', 2)`. */
export function faultAt(faults: readonly PolicyFault[], ...path: PropertyKey[]): string | undefined {
  return faults.find(fault => path.every((part, index) => fault.path[index] === part))?.message
}
