import type { Standing } from '#core/units/model/standing.ts'
import type { Line, Role } from './roles.ts'

/** Where the unit in question stands, seen from the unit of a grant. */
export type Relation = 'own' | 'below'

/** Which roles hold a permission in their own unit, and which in the units below. */
export interface PermissionRule {
  readonly own: readonly Role[]
  readonly below?: readonly Role[]
}

/** The permissions that a module declares, by `<module>.<verbNoun>`. */
export type Permissions = Readonly<Record<`${string}.${string}`, PermissionRule>>

export interface Grant {
  readonly unitId: string
  readonly role: Role
  readonly line: Line
}

export interface Policy {
  /** @throws Error for a permission that no module declares: a programming error */
  holds(role: Role, permission: string, relation: Relation): boolean
  readonly permissions: readonly string[]
}

/** Joins what the modules declare. @throws Error when two modules declare the same permission */
export function createPolicy(declared: readonly Permissions[]): Policy {
  const rules = new Map<string, PermissionRule>()
  for (const permissions of declared) {
    for (const [name, rule] of Object.entries(permissions)) {
      if (rules.has(name)) throw new Error(`permission ${name} is declared twice`)
      rules.set(name, rule)
    }
  }
  return {
    permissions: [...rules.keys()],
    holds(role, permission, relation) {
      const rule = rules.get(permission)
      if (!rule) throw new Error(`permission ${permission} is not declared`)
      return (relation === 'own' ? rule.own : (rule.below ?? [])).includes(role)
    },
  }
}

/** The relation that `grant` has to a unit with these superiors; null when it does not reach there. */
export function relationOf(grant: Grant, standings: readonly Standing[]): Relation | null {
  const reached = standings.filter((at) => at.ancestorId === grant.unitId && (grant.line === 'either' || at.depth === 0 || grant.line === at.line))
  if (reached.length === 0) return null
  return reached.some((at) => at.depth === 0) ? 'own' : 'below'
}

/** `out_of_scope` must look like “does not exist”. */
export type Judgement = 'allowed' | 'denied' | 'out_of_scope'

/** Whether any of the grants gives `permission` over the unit with these superiors. */
export function judge(policy: Policy, grants: readonly Grant[], permission: string, standings: readonly Standing[]): Judgement {
  let reached = false
  for (const grant of grants) {
    const relation = relationOf(grant, standings)
    if (!relation) continue
    reached = true
    if (policy.holds(grant.role, permission, relation)) return 'allowed'
  }
  return reached ? 'denied' : 'out_of_scope'
}
