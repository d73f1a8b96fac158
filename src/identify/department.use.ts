import { listPeople } from '../platform/people.store.ts'
import { departmentFigures } from './department.ts'
import { currentDirectory } from './figures.server.ts'
import { policyInForce } from './policy.use.ts'
import { currentStanding, type ReadingAt } from './standing.use.ts'
import { type Tier, tierOf } from './tier.ts'

/** Key accounts counted, managers needed for the load that the policy states, and each manager's load. */
export async function readDepartment(context: ReadingAt) {
  const [{ policy }, standing, directory, people] = await Promise.all([
    policyInForce(context.db),
    currentStanding(context),
    currentDirectory(context),
    listPeople(context.db),
  ])
  const counts = new Map<string, { tier: Tier; owner: string | null; accounts: number }>()
  for (const row of standing?.rows ?? []) {
    if (row.tier === 0) continue
    const owner = directory.byId.get(row.accountId)?.ownerId ?? null
    const key = `${row.tier} ${owner}`
    const count = counts.get(key) ?? { tier: tierOf(row.tier), owner, accounts: 0 }
    count.accounts += 1
    counts.set(key, count)
  }
  const names = new Map(people.map(person => [person.id, person.name]))
  const figures = departmentFigures([...counts.values()], policy.accountsPerManager)
  return {
    ...figures,
    managers: figures.managers.map(manager => ({ ...manager, ownerName: names.get(manager.owner) ?? manager.owner })),
  }
}
