import * as z from 'zod/mini'
import { LEVELS } from '#core/units/model/unit.ts'
import { contract, Day } from '#platform/contract.ts'
import { DirectiveSummary } from './contract.ts'
import type { CoverageState, Gap } from './model/coverage.ts'
import { PLAN_STATES } from './model/plan-lifecycle.ts'

// What the units below have planned, point by point.

const State = z.enum(PLAN_STATES)
const PointId = z.string().check(z.minLength(1), z.maxLength(80))
const Id = z.uuid()
const COVERAGE_STATES = ['covered', 'partial', 'not_applicable', 'missing'] as const satisfies readonly CoverageState[]
const GAPS = ['person', 'date', 'late', 'number', 'changed'] as const satisfies readonly Gap[]

const BoardUnit = z.object({
  unitId: Id,
  unitName: z.string(),
  level: z.enum(LEVELS),
  planId: z.nullable(Id),
  state: z.nullable(State),
  answered: z.int(),
  numberText: z.nullable(z.string()),
  issuedOn: z.nullable(Day),
  /** The commune, ward or province it stands in. */
  areaName: z.nullable(z.string()),
})

export const coverageBoard = contract({
  name: 'plans.coverageBoard',
  route: 'GET /api/units/:unitId/directives/:directiveId/board',
  permission: 'plans.board',
  summary: 'Which subordinates have planned under a directive, and which of its points are left out by how many',
  input: z.object({ unitId: Id, directiveId: Id }),
  output: z.object({
    directive: DirectiveSummary,
    units: z.array(BoardUnit),
    points: z.array(
      z.object({ id: z.string(), labelPath: z.string(), text: z.string(), covered: z.int(), partial: z.int(), notApplicable: z.int(), missing: z.int() }),
    ),
  }),
})
export type CoverageBoard = z.output<typeof coverageBoard.output>

export const coverageOfPoint = contract({
  name: 'plans.coverageOfPoint',
  route: 'GET /api/units/:unitId/directives/:directiveId/points/:pointId',
  permission: 'plans.board',
  summary: 'How each subordinate answers one point of a directive',
  input: z.object({ unitId: Id, directiveId: Id, pointId: PointId }),
  output: z.array(
    z.object({ unitId: Id, unitName: z.string(), planId: z.nullable(Id), state: z.nullable(z.enum(COVERAGE_STATES)), reason: z.nullable(z.string()), isProposed: z.boolean(), gaps: z.array(z.enum(GAPS)) }),
  ),
})
