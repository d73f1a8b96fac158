import { everyone, implementing, may } from '../platform/operation.server.ts'
import { policyContract } from './policy.contract.ts'
import { listPolicies, type PolicyVersion } from './policy.store.ts'
import { changePolicy, policyInForce } from './policy.use.ts'
import { readyPolicies, readyPolicyKeys, readyPolicyMeaning, readyPolicyName } from './ready-policies.ts'
import { simulatePolicy } from './simulate.use.ts'

const operations = implementing(policyContract)
const deciders = ['administrator', 'head'] as const

const told = ({ createdAt, ...version }: PolicyVersion, inForce: number) => ({
  ...version,
  createdAt: createdAt.toISOString(),
  inForce: version.version === inForce,
})

export const policyRoutes = operations.router({
  inForce: operations.inForce.use(may(...everyone)).handler(async ({ context }) => {
    const policy = await policyInForce(context.db)
    return told(policy, policy.version)
  }),
  versions: operations.versions.use(may(...everyone)).handler(async ({ input, context }) => {
    const inForce = await policyInForce(context.db)
    const versions = await listPolicies(context.db, input.cursor, input.limit)
    return {
      items: versions.map(version => told(version, inForce.version)),
      nextCursor: versions.length === input.limit ? versions.at(-1)!.version : null,
    }
  }),
  ready: operations.ready.use(may(...everyone)).handler(({ context: { language } }) => ({
    items: readyPolicyKeys.map(key => ({
      key,
      name: readyPolicyName(key, language),
      meaning: readyPolicyMeaning(key, language),
      policy: readyPolicies[key],
    })),
  })),
  change: operations.change.use(may(...deciders)).handler(async ({ input, context }) => {
    const changed = await changePolicy(context, input)
    return told(changed, changed.version)
  }),
  simulate: operations.simulate.use(may(...everyone)).handler(({ input, context }) => simulatePolicy(context, input)),
})
