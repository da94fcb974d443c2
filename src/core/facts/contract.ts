import * as z from 'zod/mini'
import { contract, Day, Instant } from '#platform/contract.ts'

const Difference = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  /** Null: what the unit itself has; else what the units below it have on that line. */
  line: z.nullable(z.enum(['administrative', 'professional'])),
  from: Day,
  to: Day,
  measure: z.string(),
  breakdown: z.string(),
  stored: z.nullable(z.number()),
  computed: z.nullable(z.number()),
})

export const getCheck = contract({
  name: 'facts.getCheck',
  route: 'GET /api/totals-check',
  permission: 'session',
  summary: 'Lần kiểm tra toàn bộ số liệu tổng hợp gần nhất và mọi chỗ lệch đã sửa',
  input: z.object({}),
  output: z.object({
    check: z.nullable(z.object({ beganAt: Instant, endedAt: z.nullable(Instant), totals: z.int(), differences: z.int() })),
    /** Those in reach of the person, at most 500. */
    differences: z.array(Difference),
  }),
})
