import type { Direction } from './lifecycle.ts'

/**
 * The columns of the registers, in order.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục IV: sổ đăng ký văn bản đi, sổ đăng ký văn bản đến (10 columns each)
 */
export const REGISTER_COLUMNS = {
  incoming: ['arrivedOn', 'arrivalNumber', 'issuer', 'number', 'issuedOn', 'subject', 'handledBy', 'forwardedOn', 'receiptBy', 'note'],
  outgoing: ['number', 'issuedOn', 'subject', 'signerName', 'recipients', 'copyKeeper', 'copies', 'forwardedOn', 'receiptBy', 'note'],
  internal: ['number', 'issuedOn', 'subject', 'signerName', 'recipients', 'copyKeeper', 'copies', 'forwardedOn', 'receiptBy', 'note'],
} as const satisfies Record<Direction, readonly string[]>
export type RegisterColumn = (typeof REGISTER_COLUMNS)[Direction][number]

export const URGENCIES = ['normal', 'urgent', 'very_urgent', 'flash'] as const
/** Thường, khẩn, thượng khẩn, hoả tốc. @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục IV */
export type Urgency = (typeof URGENCIES)[number]

export const FILE_ROLES = ['original', 'docx', 'pdf'] as const
export type FileRole = (typeof FILE_ROLES)[number]

export const READING_SOURCES = ['file', 'scan', 'typed', 'inside'] as const
export type ReadingSource = (typeof READING_SOURCES)[number]

/** The columns that a unit keeps by hand in its register, empty: others read the document without them. */
export const NO_REGISTER_NOTES = { handledBy: null, copyKeeper: null, copies: null, forwardedOn: null, receiptBy: null, note: null } as const
