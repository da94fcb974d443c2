import * as z from 'zod/mini'
import { contract, Instant, text } from '#platform/contract.ts'

const Passphrase = text(200)
const InUnit = { unitId: z.uuid() }

const Person = z.object({ accountId: z.uuid(), name: z.string(), unitName: z.string() })

export const CaseKeyView = z.object({
  /** waiting: made anew after the passphrase was lost; opens nothing until others agree. */
  state: z.enum(['none', 'waiting', 'current']),
  madeAt: z.nullable(Instant),
  /** To compare by phone; of the waiting pair where there is one. */
  fingerprint: z.nullable(z.string()),
  openUntil: z.nullable(Instant),
  /** The three who keep a piece of the key; fewer when a key of theirs is gone. */
  keepers: z.array(Person),
  /** Who could: handlers and heads of the unit and above with a key. */
  candidates: z.array(Person),
  /** Keepers who have given their piece back. */
  answered: z.int(),
  /** Others who lost their passphrase and wait. */
  requests: z.array(
    z.object({
      pairId: z.uuid(),
      name: z.string(),
      unitName: z.string(),
      madeAt: Instant,
      fingerprint: z.string(),
      /** The person keeps a piece and has not given it yet. */
      mayAnswer: z.boolean(),
      answered: z.int(),
    }),
  ),
})
export type CaseKeyView = z.output<typeof CaseKeyView>

export const getKey = contract({
  name: 'cases.getKey',
  route: 'GET /api/units/:unitId/case-key',
  permission: 'cases.work',
  summary: 'Khóa riêng của người mở việc cần giữ kín: tình trạng, ba người giữ mảnh khóa, người đang chờ lấy lại khóa',
  input: z.object(InUnit),
  output: CaseKeyView,
})

export const makeKey = contract({
  name: 'cases.makeKey',
  route: 'POST /api/units/:unitId/case-key',
  permission: 'cases.work',
  summary: 'Tạo khóa riêng với một câu khóa; khi đã có khóa thì khóa mới chờ hai người giữ mảnh hoặc một đồng nghiệp xác nhận',
  input: z.object({ ...InUnit, passphrase: Passphrase }),
  output: z.object({ state: z.enum(['waiting', 'current']) }),
})

export const openKey = contract({
  name: 'cases.openKey',
  route: 'POST /api/units/:unitId/case-key/open',
  permission: 'cases.work',
  summary: 'Mở khóa riêng bằng câu khóa, trong mười phút của phiên này',
  input: z.object({ ...InUnit, passphrase: Passphrase }),
  output: z.object({ until: Instant }),
})

export const closeKey = contract({
  name: 'cases.closeKey',
  route: 'POST /api/units/:unitId/case-key/close',
  permission: 'cases.work',
  summary: 'Khóa lại ngay',
  input: z.object(InUnit),
  output: z.null(),
})

export const changePassphrase = contract({
  name: 'cases.changePassphrase',
  route: 'PUT /api/units/:unitId/case-key/passphrase',
  permission: 'cases.work',
  summary: 'Đổi câu khóa; khóa và các việc giữ nguyên',
  input: z.object({ ...InUnit, passphrase: Passphrase, next: Passphrase }),
  output: z.null(),
})

export const chooseKeepers = contract({
  name: 'cases.chooseKeepers',
  route: 'PUT /api/units/:unitId/case-key/keepers',
  permission: 'cases.work',
  summary: 'Nhờ ba người giữ mảnh khóa: hai người cùng đồng ý thì lấy lại được, một người thì không',
  input: z.object({ ...InUnit, accountIds: z.array(z.uuid()).check(z.minLength(3), z.maxLength(3)) }),
  output: z.null(),
})

export const answerRecovery = contract({
  name: 'cases.answerRecovery',
  route: 'POST /api/units/:unitId/case-key-requests/:pairId/answer',
  permission: 'cases.work',
  summary: 'Đưa lại mảnh khóa cho người mất câu khóa, sau khi đã gặp tận mặt',
  input: z.object({ ...InUnit, pairId: z.uuid() }),
  output: z.object({ answered: z.int() }),
})

export const confirmKey = contract({
  name: 'cases.confirmKey',
  route: 'POST /api/units/:unitId/case-key-requests/:pairId/confirm',
  permission: 'cases.work',
  summary: 'Xác nhận khóa mới của đồng nghiệp khi không lấy lại được khóa cũ: họ được mở lại những việc mà người cùng xử lý còn mở được',
  input: z.object({ ...InUnit, pairId: z.uuid() }),
  output: z.null(),
})
