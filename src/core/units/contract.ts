import * as z from 'zod/mini'
import { contract, Day, Flag, text } from '#platform/contract.ts'
import { COLUMNS, FAULT_CODES } from './model/import-faults.ts'
import { FORMS, LEVELS, LINES, OWNERSHIPS, SCHOOL_LEVELS, SUCCESSION_KINDS } from './model/unit.ts'

const Id = z.uuid()
const Code = text(40)

const facts = {
  name: text(250),
  schoolLevels: z.array(z.enum(SCHOOL_LEVELS)).check(z.maxLength(4)),
  form: z.nullable(z.enum(FORMS)),
  ownership: z.nullable(z.enum(OWNERSHIPS)),
  symbol: z.nullable(text(40)),
  place: z.nullable(text(100)),
  areaId: z.nullable(Id),
  administrativeParentId: z.nullable(Id),
  professionalParentId: z.nullable(Id),
}

/** What may be told anew about a unit; what is left out stays. */
export const UnitChanges = z.partial(z.object(facts))
export type UnitChanges = z.output<typeof UnitChanges>

const NewUnit = z.object({ ...facts, level: z.enum(LEVELS), code: z.optional(z.nullable(Code)) })

const Named = z.object({ id: Id, name: z.string() })

/** A unit in a list, as of the day that was asked for; a closed one as it was on its last day. */
export const UnitRow = z.object({
  id: Id,
  code: z.nullable(z.string()),
  name: z.string(),
  level: z.enum(LEVELS),
  schoolLevels: z.array(z.enum(SCHOOL_LEVELS)),
  form: z.nullable(z.enum(FORMS)),
  ownership: z.nullable(z.enum(OWNERSHIPS)),
  areaName: z.nullable(z.string()),
  administrativeParent: z.nullable(Named),
  professionalParent: z.nullable(Named),
  /** First day on which it no longer exists. */
  closedOn: z.nullable(Day),
})
export type UnitRow = z.output<typeof UnitRow>

export const UnitVersion = z.object({
  ...facts,
  name: z.string(),
  level: z.enum(LEVELS),
  symbol: z.nullable(z.string()),
  place: z.nullable(z.string()),
  /** First day, null: since ever; day after the last, null: it lasts. */
  from: z.nullable(Day),
  until: z.nullable(Day),
  areaName: z.nullable(z.string()),
  administrativeParent: z.nullable(Named),
  professionalParent: z.nullable(Named),
})

export const Succession = z.object({
  from: Named,
  /** Who carries on; null when nobody does. */
  to: z.nullable(Named),
  onDay: Day,
  kind: z.enum(SUCCESSION_KINDS),
  decision: z.nullable(z.string()),
})

export const UnitView = z.object({
  id: Id,
  code: z.nullable(z.string()),
  provinceId: z.string(),
  closedOn: z.nullable(Day),
  /** The version of the day that was asked for; of a closed unit the last, of a coming one the first. */
  current: UnitVersion,
  /** Newest first. */
  versions: z.array(UnitVersion),
  /** Where it came from and where it went, newest first. */
  successions: z.array(Succession),
  /** Everything above it on the day, nearest first. */
  superiors: z.array(z.object({ id: Id, name: z.string(), level: z.enum(LEVELS), line: z.enum(LINES), depth: z.number() })),
  /** How many stand directly below it on the day, by line. */
  childCounts: z.object({ administrative: z.number(), professional: z.number() }),
  /** Whether the caller may correct, change (rename, move, close, merge, split), or add units below. */
  can: z.object({ correct: z.boolean(), change: z.boolean(), addBelow: z.boolean() }),
})
export type UnitView = z.output<typeof UnitView>

const Page = { limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20), after: z.optional(z.string().check(z.maxLength(500))) }
const UnitPage = z.object({
  units: z.array(UnitRow),
  /** Give it as `after` for the next page; null on the last. */
  next: z.nullable(z.string()),
})

export const searchUnits = contract({
  name: 'units.searchUnits',
  route: 'GET /api/units',
  permission: 'session',
  summary: 'Finds units by words of the name, without diacritics, best first; or by code',
  input: z.object({
    text: z._default(text(200, 0), ''),
    level: z.optional(z.enum(LEVELS)),
    schoolLevel: z.optional(z.enum(SCHOOL_LEVELS)),
    /** The area or one that holds it. */
    areaId: z.optional(Id),
    /** The unit itself and everything below it, on either line. */
    below: z.optional(Id),
    /** The tree of this day; today when left out. */
    day: z.optional(Day),
    /** Units that have closed by then as well. */
    closed: z._default(Flag, false),
    ...Page,
  }),
  output: UnitPage,
})

export const getUnit = contract({
  name: 'units.getUnit',
  route: 'GET /api/units/:unitId',
  permission: 'session',
  summary: 'A unit as of a day, with its versions, its succession and its superiors',
  input: z.object({ unitId: Id, day: z.optional(Day) }),
  output: UnitView,
})

export const listChildren = contract({
  name: 'units.listChildren',
  route: 'GET /api/units/:unitId/children',
  permission: 'session',
  summary: 'The units directly below one, on a line or on either, as of a day, by name',
  input: z.object({ unitId: Id, line: z.optional(z.enum(LINES)), day: z.optional(Day), ...Page }),
  output: UnitPage,
})

export const getTree = contract({
  name: 'units.getTree',
  route: 'GET /api/unit-tree',
  permission: 'session',
  summary: 'The tree of a day: a unit with everything below it on either line, down to a depth; the roots when none is named',
  input: z.object({
    rootId: z.optional(Id),
    day: z.optional(Day),
    depth: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(8)), 1),
  }),
  output: z.object({
    day: Day,
    units: z.array(
      z.object({
        id: Id,
        name: z.string(),
        level: z.enum(LEVELS),
        administrativeParentId: z.nullable(Id),
        professionalParentId: z.nullable(Id),
      }),
    ),
  }),
})

export const createUnit = contract({
  name: 'units.createUnit',
  route: 'POST /api/units',
  permission: 'units.create',
  summary: 'Creates a unit below the bodies that it names as superiors',
  input: z.object({
    ...NewUnit.shape,
    from: Day,
    /** Of a Department: code of its province. Of the rest the superior's is taken. */
    provinceId: z.optional(z.string().check(z.regex(/^\d\d$/))),
  }),
  output: z.object({ id: Id }),
})

export const changeUnit = contract({
  name: 'units.changeUnit',
  route: 'POST /api/units/:unitId/changes',
  permission: 'units.change',
  summary: 'A new version of a unit from a day: renamed, moved, other levels',
  input: z.object({ unitId: Id, from: Day, changes: UnitChanges, decision: z.optional(z.nullable(text(200))) }),
  output: z.null(),
})

export const correctUnit = contract({
  name: 'units.correctUnit',
  route: 'PUT /api/units/:unitId',
  permission: 'units.correct',
  summary: 'Mends what the current version says, without a new one',
  input: z.object({ unitId: Id, changes: UnitChanges, code: z.optional(z.nullable(Code)) }),
  output: z.null(),
})

export const closeUnit = contract({
  name: 'units.closeUnit',
  route: 'POST /api/units/:unitId/closing',
  permission: 'units.change',
  summary: 'Abolishes a unit from a day; nobody carries on',
  input: z.object({ unitId: Id, on: Day, decision: z.optional(z.nullable(text(200))) }),
  output: z.null(),
})

export const mergeUnits = contract({
  name: 'units.mergeUnits',
  route: 'POST /api/unit-mergers',
  permission: 'units.change',
  summary: 'Merges units into one of them, another one or a new one; what stands below moves over',
  input: z.object({
    unitIds: z.array(Id).check(z.minLength(1), z.maxLength(50)),
    /** An existing unit, which may be one of `unitIds`, or a new one. */
    into: z.union([z.object({ unitId: Id }), z.object({ unit: NewUnit })]),
    on: Day,
    decision: z.optional(z.nullable(text(200))),
  }),
  output: z.object({ id: Id }),
})

export const splitUnit = contract({
  name: 'units.splitUnit',
  route: 'POST /api/units/:unitId/split',
  permission: 'units.change',
  summary: 'Splits new units off; the old one lives on or closes; what stands below is told where it goes',
  input: z.object({
    unitId: Id,
    on: Day,
    /** Whether the old unit lives on beside the new ones. */
    livesOn: z.boolean(),
    parts: z.array(z.object({ unit: NewUnit, childIds: z._default(z.array(Id).check(z.maxLength(2_000)), []) })).check(z.minLength(1), z.maxLength(20)),
    decision: z.optional(z.nullable(text(200))),
  }),
  output: z.object({ ids: z.array(Id) }),
})

export const searchAreas = contract({
  name: 'units.searchAreas',
  route: 'GET /api/areas',
  permission: 'session',
  summary: 'Finds provinces, districts and communes by words of the name, as of a day',
  input: z.object({
    text: text(200),
    level: z.optional(z.enum(['province', 'district', 'commune'])),
    parentId: z.optional(Id),
    day: z.optional(Day),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)), 20),
  }),
  output: z.object({ areas: z.array(z.object({ id: Id, code: z.string(), fullName: z.string(), parentName: z.nullable(z.string()) })) }),
})

/** What an import did, or would do. */
export const ImportOutcome = z.object({
  /** SHA-256 of the file; the commit names it, so that it writes what was shown. */
  digest: z.string(),
  rows: z.number(),
  created: z.number(),
  changed: z.number(),
  same: z.number(),
  /** Rows that have a fault. */
  refused: z.number(),
  /** `units.import.<code>` is the sentence that says what is wrong and what to do. */
  faults: z.array(z.object({ row: z.number(), column: z.enum(COLUMNS), code: z.enum(FAULT_CODES), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  /** Headings that mean nothing to the import. */
  ignoredColumns: z.array(z.string()),
  written: z.boolean(),
})
export type ImportOutcome = z.output<typeof ImportOutcome>

/** The file travels as a multipart field `file` beside this input. */
export const previewUnitImport = contract({
  name: 'units.previewImport',
  route: 'POST /api/units/:unitId/import-preview',
  permission: 'units.import',
  summary: 'Says row by row what an import of an XLSX or CSV file below a unit would do; writes nothing',
  input: z.object({ unitId: Id }),
  output: ImportOutcome,
})

/** The file travels as a multipart field `file` beside this input. */
export const importUnits = contract({
  name: 'units.importUnits',
  route: 'POST /api/units/:unitId/import/:digest/:take',
  permission: 'units.import',
  summary: 'Imports the units of a file that was previewed: all of them, or the good rows alone',
  input: z.object({
    unitId: Id,
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** `all` writes nothing while a row is faulty; `good` leaves the faulty ones out. */
    take: z.enum(['all', 'good']),
  }),
  output: ImportOutcome,
})
