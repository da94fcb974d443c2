import * as z from 'zod/mini'
import { contract, Day, text } from '#platform/contract.ts'

const Key = z.string().check(z.regex(/^[a-z0-9_]{2,40}$/))

const HelpLineView = z.object({
  key: z.string(),
  phone: z.nullable(z.string()),
  name: z.object({ vi: z.string(), en: z.string() }),
  address: z.nullable(z.string()),
  from: z.nullable(Day),
  until: z.nullable(Day),
  source: z.string(),
  checkedOn: z.nullable(Day),
  isCertain: z.boolean(),
  /** Said by this body; else it is of the list that ships, or of a body above. */
  isOwn: z.boolean(),
})
export type HelpLineView = z.output<typeof HelpLineView>

export const listHelpLines = contract({
  name: 'cases.listHelpLines',
  route: 'GET /api/units/:unitId/help-lines',
  permission: 'cases.editHelpLines',
  summary: 'Các số điện thoại giúp đỡ mà trang công khai của tỉnh đang hiện, và các số đã được đơn vị sửa',
  input: z.object({ unitId: z.uuid() }),
  output: z.object({ lines: z.array(HelpLineView) }),
})

export const setHelpLine = contract({
  name: 'cases.setHelpLine',
  route: 'PUT /api/units/:unitId/help-lines/:key',
  permission: 'cases.editHelpLines',
  summary: 'Sửa, thêm hoặc ẩn một số điện thoại giúp đỡ: của tỉnh (Sở) hoặc cả nước (Bộ)',
  input: z.object({
    unitId: z.uuid(),
    key: Key,
    /** Null: it is not shown any more. */
    phone: z.nullable(z.string().check(z.trim(), z.regex(/^[0-9][0-9 ]{1,18}[0-9]$/))),
    nameVi: text(200),
    nameEn: text(200),
    /** Where it is, for those who can come. */
    address: z._default(z.nullable(text(300)), null),
    from: Day,
    until: z.nullable(Day),
    source: text(500),
    checkedOn: Day,
    isCertain: z.boolean(),
  }),
  output: z.object({ key: z.string() }),
})

export const clearHelpLine = contract({
  name: 'cases.clearHelpLine',
  route: 'DELETE /api/units/:unitId/help-lines/:key',
  permission: 'cases.editHelpLines',
  summary: 'Bỏ điều đơn vị đã sửa: danh sách có sẵn lại có hiệu lực',
  input: z.object({ unitId: z.uuid(), key: Key }),
  output: z.null(),
})
