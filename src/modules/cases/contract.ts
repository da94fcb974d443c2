import * as z from 'zod/mini'
import { contract, Flag, Instant, text } from '#platform/contract.ts'
import { STATES } from './model/case-lifecycle.ts'
import { CLOCKS } from './model/clocks.ts'
import { CHANNELS } from './model/intake-form.ts'
import { CIRCLES, Report } from './model/report.ts'
import { OUTCOMES, Step, StepBody } from './model/steps.ts'

const ClockView = z.object({ key: z.enum(CLOCKS), state: z.enum(['running', 'soon', 'late', 'done', 'off']), alarmAt: Instant, dueAt: Instant, doneAt: z.nullable(Instant) })

const Head = {
  id: z.uuid(),
  year: z.int(),
  /** Within the unit and the year. */
  number: z.int(),
  state: z.enum(STATES),
  receivedAt: Instant,
  /** How it came; only who wrote on the public page can be answered. */
  channel: z.enum(['web', ...CHANNELS, 'upward']),
  /** The unit that the report was sent to. */
  aboutUnitName: z.string(),
}

/** Without content: what stands in the list is read without the password. */
export const CaseHeadView = z.object({
  ...Head,
  /** The clock that presses most; null when none runs. */
  next: z.nullable(ClockView),
  /** The last word is the reporter's. */
  isUnanswered: z.boolean(),
  seat: z.enum(['handler', 'supervisor', 'glass']),
})
export type CaseHeadView = z.output<typeof CaseHeadView>

export const listCases = contract({
  name: 'cases.listCases',
  route: 'GET /api/units/:unitId/cases',
  permission: 'cases.work',
  summary: 'Các việc cần giữ kín mà người gọi được giao, không có nội dung',
  input: z.object({ unitId: z.uuid() }),
  output: z.object({ cases: z.array(CaseHeadView) }),
})

export const CaseView = z.object({
  ...Head,
  unitName: z.string(),
  /** Kept beyond its time, as evidence. */
  isHeld: z.boolean(),
  canHandle: z.boolean(),
  canSupervise: z.boolean(),
  report: Report,
  attachments: z.array(z.object({ id: z.uuid(), name: z.string(), bytes: z.int(), isPicture: z.boolean() })),
  clocks: z.array(ClockView),
  /** A step that not everybody may read comes without its body: `readStep` opens it. */
  steps: z.array(z.object({ id: z.uuid(), kind: z.string(), at: Instant, by: z.nullable(z.string()), body: z.nullable(StepBody), mayRead: z.boolean() })),
  /** Who may open it. */
  seats: z.array(z.object({ accountId: z.uuid(), name: z.string(), isSelf: z.boolean(), kind: z.enum(['handler', 'supervisor', 'glass']), since: Instant })),
  /** Handlers of the unit who could be let in as well. */
  colleagues: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
  /** Who read what; newest first. */
  log: z.array(z.object({ at: Instant, name: z.string(), act: z.enum(['opened', 'file', 'original', 'apart']) })),
  helpLines: z.array(z.object({ phone: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
})
export type CaseView = z.output<typeof CaseView>

const One = { caseId: z.uuid() }

export const readCase = contract({
  name: 'cases.readCase',
  route: 'GET /api/cases/:caseId',
  permission: 'cases.work',
  summary: 'Mở một việc: cần vừa nhập lại mật khẩu; mỗi lần mở được ghi lại cho những người cùng xử lý',
  input: z.object(One),
  output: CaseView,
})

export const addStep = contract({
  name: 'cases.addStep',
  route: 'POST /api/cases/:caseId/steps',
  permission: 'cases.work',
  summary: 'Ghi một bước xử lý',
  input: z.object({
    ...One,
    step: Step,
    /** Accounts in the case that may read it, beside the writer; everybody where it is left out. Who is accused always has readers of its own. */
    readers: z.optional(z.array(z.uuid()).check(z.maxLength(50))),
  }),
  output: z.object({ id: z.uuid() }),
})

export const readStep = contract({
  name: 'cases.readStep',
  route: 'GET /api/cases/:caseId/steps/:stepId',
  permission: 'cases.work',
  summary: 'Mở một bước chỉ ghi cho một số người (như thông tin người gây hại); mỗi lần mở được ghi lại',
  input: z.object({ ...One, stepId: z.uuid() }),
  output: z.object({ body: StepBody, readers: z.array(z.string()) }),
})

export const reportUp = contract({
  name: 'cases.reportUp',
  route: 'POST /api/cases/:caseId/upward',
  permission: 'cases.work',
  summary: 'Báo cáo đột xuất lên cấp trên, không nêu danh tính; ghi rõ phạm vi lưu hành',
  input: z.object({ ...One, note: text(2_000), circle: z.enum(CIRCLES) }),
  output: z.object({ id: z.uuid() }),
})

export const sendMessage = contract({
  name: 'cases.sendMessage',
  route: 'POST /api/cases/:caseId/messages',
  permission: 'cases.work',
  summary: 'Trả lời người báo tin; người đó đọc bằng mã và số bí mật',
  input: z.object({ ...One, text: text(5_000) }),
  output: z.object({ id: z.uuid() }),
})

export const seatHandler = contract({
  name: 'cases.seatHandler',
  route: 'POST /api/cases/:caseId/seats',
  permission: 'cases.work',
  summary: 'Thêm một người cùng xử lý của đơn vị; không bao giờ là người đã bị nêu tên',
  input: z.object({ ...One, accountId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
})

export const askClosing = contract({
  name: 'cases.askClosing',
  route: 'POST /api/cases/:caseId/closing',
  permission: 'cases.work',
  summary: 'Đề nghị kết thúc; người duyệt được giao quyền xem từ lúc này',
  input: z.object({ ...One, outcome: z.enum(OUTCOMES), note: text(5_000) }),
  output: z.object({ id: z.uuid() }),
})

export const sendBack = contract({
  name: 'cases.sendBack',
  route: 'POST /api/cases/:caseId/return',
  permission: 'cases.work',
  summary: 'Người duyệt trả lại để xử lý tiếp',
  input: z.object({ ...One, note: text(5_000) }),
  output: z.object({ id: z.uuid() }),
})

export const setHold = contract({
  name: 'cases.setHold',
  route: 'PUT /api/cases/:caseId/hold',
  permission: 'cases.work',
  summary: 'Giữ lại việc này quá thời hạn lưu (đang là chứng cứ, đang khiếu nại), hoặc thôi giữ; lý do được niêm phong',
  input: z.object({ ...One, isHeld: z.boolean(), note: text(5_000) }),
  output: z.object({ id: z.uuid() }),
})

export const closeCase = contract({
  name: 'cases.closeCase',
  route: 'POST /api/cases/:caseId/close',
  permission: 'cases.work',
  summary: 'Người duyệt kết thúc việc',
  input: z.object({ ...One, note: text(5_000) }),
  output: z.object({ id: z.uuid() }),
})

export const enterReport = contract({
  name: 'cases.enterReport',
  route: 'POST /api/units/:unitId/case-reports',
  permission: 'cases.enter',
  summary: 'Ghi nhận tin thay người báo (gặp trực tiếp, điện thoại, phiếu giấy theo Mẫu 01); niêm phong ngay, người ghi không xem lại được',
  input: z.object({ unitId: z.uuid(), channel: z.enum(CHANNELS), report: Report }),
  output: z.object({ sentTo: z.string() }),
})

/** Answered as a file by its own route (`http.ts`). */
export const readAttachment = contract({
  name: 'cases.readAttachment',
  route: 'GET /api/cases/:caseId/files/:fileId',
  permission: 'cases.work',
  summary: 'Một tệp kèm theo; ảnh đã bỏ thông tin ẩn, trừ khi hỏi bản gốc',
  input: z.object({ ...One, fileId: z.uuid(), original: z._default(Flag, false) }),
  output: z.object({ name: z.string(), isPicture: z.boolean(), bytes: z.instanceof(Uint8Array) }),
})
