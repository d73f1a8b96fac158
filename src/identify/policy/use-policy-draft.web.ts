import { useEffect, useState } from 'react'
import type { client } from '../../web/api.ts'
import { isChanged, keptDraft, type PolicyDraft } from '../policy-draft.ts'

export type PolicyVersion = Awaited<ReturnType<typeof client.identify.policy.inForce>>

const memory = 'vitalfew.policy-draft'

/** The edited policy of this tab; survives a reload and a look at other pages until it is saved or dropped. */
export function usePolicyDraft(inForce: PolicyVersion) {
  const fresh: PolicyDraft = { basedOn: inForce.version, name: inForce.name, policy: inForce.policy }
  const [draft, setDraft] = useState<PolicyDraft>(
    () => keptDraft(sessionStorage.getItem(memory), inForce.version) ?? fresh,
  )
  const changed = isChanged(draft, inForce)
  useEffect(() => {
    if (changed) sessionStorage.setItem(memory, JSON.stringify(draft))
    else sessionStorage.removeItem(memory)
  }, [draft, changed])
  return { draft, changed, setDraft, drop: () => setDraft(fresh) }
}
