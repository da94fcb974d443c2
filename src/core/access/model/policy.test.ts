import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Standing } from '#core/units/model/standing.ts'
import { createPolicy, judge, relationOf, type Grant } from './policy.ts'
import type { Line, Role } from './roles.ts'

const policy = createPolicy([
  { 'plans.read': { own: ['principal', 'teacher'], below: ['department_officer'] }, 'plans.edit': { own: ['principal'] } },
])

/** A unit with its two superiors; both are units that come before it, so that there is no circle. */
interface Node {
  readonly administrative: number | null
  readonly professional: number | null
}

const trees = fc.array(fc.record({ administrative: fc.option(fc.nat()), professional: fc.option(fc.nat()) }), { minLength: 1, maxLength: 12 }).map((raw): Node[] =>
  raw.map(({ administrative, professional }, at) => ({
    administrative: at === 0 || administrative === null ? null : administrative % at,
    professional: at === 0 || professional === null ? null : professional % at,
  })),
)

/** What the closure table holds for a unit: every step up, on each line. */
function standingsIn(tree: readonly Node[], unit: number): Standing[] {
  return (['administrative', 'professional'] as const).flatMap((line) => {
    const found: Standing[] = []
    for (let at: number | null = unit, depth = 0; at !== null; at = tree[at]![line], depth++) found.push({ ancestorId: String(at), line, depth })
    return found
  })
}

/** The oracle: walks the tree from the unit of the grant downwards. */
function reaches(tree: readonly Node[], line: Line, from: number, to: number): 'own' | 'below' | null {
  if (from === to) return 'own'
  const lines = line === 'either' ? (['administrative', 'professional'] as const) : ([line] as const)
  const down = (at: number, along: 'administrative' | 'professional'): boolean =>
    at === to || tree.some((node, child) => node[along] === at && down(child, along))
  return lines.some((along) => down(from, along)) ? 'below' : null
}

const grantsOf = (size: number) =>
  fc.array(
    fc.record({
      unit: fc.nat(size - 1),
      role: fc.constantFrom<Role>('principal', 'teacher', 'department_officer', 'member'),
      line: fc.constantFrom<Line>('administrative', 'professional', 'either'),
    }),
    { maxLength: 4 },
  )

const cases = trees.chain((tree) => fc.tuple(fc.constant(tree), fc.nat(tree.length - 1), grantsOf(tree.length)))

describe('the reach of a grant', () => {
  it('is the unit itself and, along its line, whatever stands below: as a walk down the tree finds', () => {
    fc.assert(
      fc.property(cases, ([tree, unit, grants]) => {
        const standings = standingsIn(tree, unit)
        for (const { unit: from, role, line } of grants) {
          expect(relationOf({ unitId: String(from), role, line }, standings)).toBe(reaches(tree, line, from, unit))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives a permission when one grant in reach holds it for that relation, denies when all in reach do not, and else sees nothing', () => {
    const holds: Record<string, Record<'own' | 'below', readonly Role[]>> = {
      'plans.read': { own: ['principal', 'teacher'], below: ['department_officer'] },
      'plans.edit': { own: ['principal'], below: [] },
    }
    fc.assert(
      fc.property(cases, fc.constantFrom('plans.read', 'plans.edit'), ([tree, unit, posts], permission) => {
        const grants = posts.map(({ unit: from, role, line }): Grant => ({ unitId: String(from), role, line }))
        const inReach = posts.flatMap((post) => {
          const relation = reaches(tree, post.line, post.unit, unit)
          return relation ? [holds[permission]![relation].includes(post.role)] : []
        })
        const expected = inReach.includes(true) ? 'allowed' : inReach.length > 0 ? 'denied' : 'out_of_scope'
        expect(judge(policy, grants, permission, standingsIn(tree, unit))).toBe(expected)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the policy', () => {
  it('refuses a permission that two modules declare', () => {
    expect(() => createPolicy([{ 'a.b': { own: [] } }, { 'a.b': { own: [] } }])).toThrow('a.b is declared twice')
  })

  it('refuses to judge a permission that nobody declares', () => {
    expect(() => policy.holds('teacher', 'plans.burn', 'own')).toThrow('plans.burn is not declared')
  })
})
