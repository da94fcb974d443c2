import * as z from 'zod/mini'
import { contract, Instant, text } from '#platform/contract.ts'

const InUnit = { unitId: z.uuid() }

export const listGlass = contract({
  name: 'cases.listGlass',
  route: 'GET /api/units/:unitId/case-glass',
  permission: 'cases.work',
  summary: 'Những lần xin mở khẩn cấp đang chờ người thứ hai',
  input: z.object(InUnit),
  output: z.object({ requests: z.array(z.object({ id: z.uuid(), unitName: z.string(), year: z.int(), number: z.int(), by: z.string(), at: Instant, isOwn: z.boolean() })) }),
})

export const askGlass = contract({
  name: 'cases.askGlass',
  route: 'POST /api/units/:unitId/case-glass',
  permission: 'cases.work',
  summary: 'Xin mở khẩn cấp một việc của cấp dưới khi không liên lạc được người xử lý; cần người thứ hai cùng mở, người xử lý được báo',
  input: z.object({ ...InUnit, unitName: text(200), year: z.int(), number: z.int(), reason: text(2_000) }),
  output: z.object({ id: z.uuid() }),
})

export const openGlass = contract({
  name: 'cases.openGlass',
  route: 'POST /api/units/:unitId/case-glass/:requestId/open',
  permission: 'cases.work',
  summary: 'Người thứ hai cùng mở khẩn cấp, có lý do; cả hai đọc được trong 24 giờ',
  input: z.object({ ...InUnit, requestId: z.uuid(), reason: text(2_000) }),
  output: z.object({ caseId: z.uuid() }),
})
