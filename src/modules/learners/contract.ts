import * as z from 'zod/mini'
import { contract, Day, Instant, text } from '#platform/contract.ts'
import { COLUMN_KEYS, KINDS, MOST_PUPILS, REASONS, type ColumnKey } from './model/columns.ts'
import { GRADES } from './model/grades.ts'

const SchoolYear = z.coerce.number<number | string>().check(z.int(), z.minimum(2000), z.maximum(2100))
const Count = z.nullable(z.int().check(z.minimum(0), z.maximum(MOST_PUPILS)))
const columns = Object.fromEntries(COLUMN_KEYS.map((key) => [key, z.optional(Count)])) as Record<ColumnKey, z.ZodMiniOptional<typeof Count>>

const Place = { unitId: z.uuid(), schoolYear: SchoolYear, kind: z.enum(KINDS) }

const Class = z.object({
  id: z.uuid(),
  /** '' while it is not told. */
  grade: z.enum(['', ...GRADES]),
  name: text(60, 0),
  numbers: z.object(columns),
})

const Dropout = z.object({
  id: z.uuid(),
  classId: z.uuid(),
  reason: z.enum(REASONS),
  sex: z.enum(['F', 'M']),
  isMinority: z.boolean(),
  pupils: z.int().check(z.minimum(1), z.maximum(MOST_PUPILS)),
})

const Holder = z.object({ holderTable: z.string(), holderId: z.uuid(), unitId: z.uuid(), unitName: z.string(), title: z.string() })
const State = z.enum(['draft', 'final'])

export const Book = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  /** A body that teaches has a register; the others look at those of their schools. */
  isSchool: z.boolean(),
  /** Null: nothing has been saved. */
  snapshot: z.nullable(z.object({ id: z.uuid(), onDay: Day, state: State, revision: z.int(), changedAt: Instant })),
  /** The day on which pupils are usually counted, and where that stands. */
  usualDay: Day,
  usualDaySource: z.string(),
  /** Those that the school teaches, lowest first. */
  grades: z.array(z.string()),
  classes: z.array(Class),
  dropouts: z.array(Dropout),
  /** The same count of the year before, when it is final. */
  lastYear: z.nullable(z.object({ schoolYear: z.int(), classes: z.array(Class) })),
  /** The classes of the newest other count, to begin with. */
  latest: z.nullable(z.object({ schoolYear: z.int(), kind: z.enum(KINDS), classes: z.array(z.object({ grade: z.string(), name: z.string() })) })),
  /** Reports that stand on this count: changing it asks for a reason. */
  holders: z.array(Holder),
  canEdit: z.boolean(),
})
export type Book = z.output<typeof Book>

export const getBook = contract({
  name: 'learners.getBook',
  route: 'GET /api/units/:unitId/learners/:schoolYear/:kind',
  permission: 'learners.read',
  summary: 'Sổ sĩ số của một trường tại một thời điểm của năm học',
  input: z.object(Place),
  output: Book,
})

export const saveBook = contract({
  name: 'learners.saveBook',
  route: 'PUT /api/units/:unitId/learners/:schoolYear/:kind',
  permission: 'learners.edit',
  summary: 'Lưu sổ sĩ số: nháp, hoặc chốt để tính vào số liệu',
  input: z.object({
    ...Place,
    onDay: Day,
    state: State,
    /** The revision that was seen; 0 for the first save. */
    revision: z.int().check(z.minimum(0)),
    classes: z.array(Class).check(z.maxLength(300)),
    dropouts: z.array(Dropout).check(z.maxLength(600)),
    /** Asked for where reports stand on the numbers. */
    reason: z.optional(z.nullable(text(1_000))),
  }),
  output: z.object({ id: z.uuid(), revision: z.int(), changedAt: Instant }),
})

const FileFault = z.object({
  sheet: z.string(),
  /** As the spreadsheet program names it, `C7`; null: of the whole sheet. */
  cell: z.nullable(z.string()),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** A dry run: what the file says, for the table on the screen. Nothing is written before the table is saved. */
export const readFile = contract({
  name: 'learners.readFile',
  route: 'POST /api/units/:unitId/learners/:schoolYear/:kind/file',
  permission: 'learners.edit',
  summary: 'Đọc thử tệp XLSX của sổ sĩ số: các lớp đọc được và lỗi theo từng ô',
  input: z.object(Place),
  output: z.object({ classes: z.array(Class), dropouts: z.array(Dropout), faults: z.array(FileFault) }),
})
export type FileReading = z.output<typeof readFile.output>

export const summarize = contract({
  name: 'learners.summarize',
  route: 'GET /api/units/:unitId/learners/:schoolYear/:kind/summary',
  permission: 'learners.read',
  summary: 'Tổng hợp sĩ số của các trường trực thuộc, kèm trường còn thiếu',
  input: z.object(Place),
  output: z.object({
    unitName: z.string(),
    rows: z.array(z.object({ measure: z.string(), sex: z.string(), ethnicity: z.string(), value: z.number() })),
    known: z.int(),
    units: z.int(),
    missing: z.array(z.object({ unitId: z.uuid(), name: z.string() })),
  }),
})
