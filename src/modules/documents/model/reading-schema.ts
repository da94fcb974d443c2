import * as z from 'zod/mini'
import {
  SECTION_KINDS,
  type Assignment,
  type Chart,
  type Deadline,
  type DocumentModel,
  type Finding,
  type Header,
  type LegalBasis,
  type Observance,
  type Section,
  type Signer,
  type Table,
  type TableItem,
  type Target,
  type TextItem,
} from '@songhanh/vanban/model'

/** Far above what real documents have; below what would choke the program. */
const MOST = { line: 200_000, list: 20_000 }

/** One schema per property of `T`: a property that the model gains does not compile until it stands here. */
type Shape<T> = { readonly [K in keyof Required<T>]: z.core.$ZodType }

const line = z.string().check(z.normalize('NFC'), z.maxLength(MOST.line))
const lineOrNull = z.nullable(line)

function list<T extends z.core.$ZodType>(of: T) {
  return z.array(of).check(z.maxLength(MOST.list))
}

const HeaderSchema = z.object({
  issuer: lineOrNull,
  parentIssuer: lineOrNull,
  issuerName: z.exactOptional(line),
  issuerSource: z.exactOptional(z.enum(['body', 'title'])),
  number: lineOrNull,
  symbol: lineOrNull,
  numberSource: z.exactOptional(z.literal('appendix')),
  place: lineOrNull,
  date: lineOrNull,
  dateSource: z.exactOptional(z.literal('appendix')),
  docType: lineOrNull,
  title: lineOrNull,
  addressees: z.exactOptional(list(line)),
  decider: z.exactOptional(line),
} satisfies Shape<Header>)

const LegalBasisSchema = z.object({
  type: line,
  number: lineOrNull,
  symbol: lineOrNull,
  date: lineOrNull,
  issuer: lineOrNull,
  subject: lineOrNull,
  role: z.enum(['basis', 'mention']),
  occurrences: z.int(),
  nested: z.exactOptional(z.boolean()),
} satisfies Shape<LegalBasis>)

const Text: z.ZodMiniType<TextItem, TextItem> = z.object({
  marker: lineOrNull,
  text: line,
  items: list(z.lazy((): z.ZodMiniType<TextItem, TextItem> => Text)),
} satisfies Shape<TextItem>)

const ChartSchema = z.object({ kind: z.enum(['bar', 'line']), title: lineOrNull } satisfies Shape<Chart>)

const SignerSchema = z.object({ authority: lineOrNull, position: lineOrNull, name: lineOrNull } satisfies Shape<Signer>)

const TableSchema = z.object({
  head: list(list(line)),
  rows: list(list(line)),
  widths: z.exactOptional(list(z.number())),
} satisfies Shape<Table>)

const SectionSchema: z.ZodMiniType<Section, Section> = z.object({
  label: lineOrNull,
  title: line,
  kind: z.enum(SECTION_KINDS),
  depth: z.int(),
  runIn: z.exactOptional(z.boolean()),
  leadIns: z.exactOptional(list(line)),
  items: list(z.union([Text, z.object({ table: TableSchema, chart: z.exactOptional(ChartSchema) } satisfies Shape<TableItem>)])),
  children: list(z.lazy((): z.ZodMiniType<Section, Section> => SectionSchema)),
  reference: z.exactOptional(line),
  landscape: z.exactOptional(z.boolean()),
} satisfies Shape<Section>)

const TargetSchema = z.object({
  subject: line,
  op: z.enum(['=', '>=', '<=', '<', '>']),
  value: z.nullable(z.number()),
  unit: lineOrNull,
  period: lineOrNull,
  text: z.exactOptional(line),
} satisfies Shape<Target>)

const DeadlineSchema = z.object({
  kind: z.enum(['report', 'activity', 'observance']),
  date: line,
  qualifier: z.nullable(z.enum(['before', 'by', 'on', 'from'])),
  text: line,
} satisfies Shape<Deadline>)

/** A `DocumentModel` from outside. */
export const Reading: z.ZodMiniType<DocumentModel, DocumentModel> = z.object({
  header: HeaderSchema,
  legalBases: list(LegalBasisSchema),
  genericBases: list(line),
  preamble: list(line),
  lead: lineOrNull,
  situation: z.exactOptional(list(line)),
  sections: list(SectionSchema),
  closing: lineOrNull,
  targets: list(TargetSchema),
  deadlines: list(DeadlineSchema),
  observances: list(z.object({ name: line, date: line } satisfies Shape<Observance>)),
  assignments: list(z.object({ party: line, duties: list(line) } satisfies Shape<Assignment>)),
  recipients: list(line),
  signer: z.nullable(SignerSchema),
  secretary: z.exactOptional(SignerSchema),
  findings: list(z.object({ code: line, severity: z.enum(['error', 'warning', 'info']), quote: lineOrNull, note: line } satisfies Shape<Finding>)),
} satisfies Shape<DocumentModel>)
