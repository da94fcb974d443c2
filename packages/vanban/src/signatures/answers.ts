/**
 * What is asked of a signature, in the order in which it is shown. The answers stay apart: a whole file says nothing
 * of who signed it, a trusted signer nothing of what was added later.
 */
export const QUESTIONS = ['integrity', 'identity', 'time', 'later', 'revocation'] as const
export type Question = (typeof QUESTIONS)[number]

export const STATES = ['ok', 'bad', 'unknown'] as const
export type AnswerState = (typeof STATES)[number]

/** Every sentence that an answer may hold, with what it then says of the question; `null` adds to the others. */
export const REMARKS = {
  integrity: {
    intact: 'ok',
    weak_digest: 'unknown',
    unsupported: 'unknown',
    several_signers: 'unknown',
    envelope_unusual: 'unknown',
    digest_differs: 'bad',
    signature_wrong: 'bad',
    certificate_missing: 'bad',
    certificate_other: 'bad',
    range_missing: 'bad',
    range_wrong: 'bad',
    range_start: 'bad',
    range_gap: 'bad',
    range_end: 'bad',
    range_shared: 'bad',
    contents_missing: 'bad',
    contents_elsewhere: 'bad',
    contents_altered: 'bad',
    repeated_keys: 'bad',
    envelope_unreadable: 'bad',
    signature_replaced: 'bad',
    revision_unreadable: 'bad',
  },
  identity: {
    trusted: 'ok',
    no_roots: 'unknown',
    unknown_root: 'unknown',
    not_proven: 'unknown',
    constraint_unchecked: 'unknown',
    expired_since: 'unknown',
    not_valid_then: 'bad',
    not_for_signing: 'bad',
    issuer_not_allowed: 'bad',
  },
  time: {
    token: 'ok',
    claimed: 'unknown',
    no_time: 'unknown',
    token_untrusted: 'unknown',
    token_wrong: 'bad',
    in_future: 'bad',
  },
  later: {
    whole: 'ok',
    only_signatures: 'ok',
    stamp_added: null,
    proofs_added: null,
    metadata_changed: null,
    trailing_bytes: 'unknown',
    not_compared: 'unknown',
    content_changed: 'bad',
    pages_changed: 'bad',
    annotation_added: 'bad',
    annotation_changed: 'bad',
    annotation_removed: 'bad',
    field_added: 'bad',
    field_changed: 'bad',
    field_removed: 'bad',
    form_changed: 'bad',
    layers_changed: 'bad',
    script_changed: 'bad',
    files_changed: 'bad',
    structure_changed: 'bad',
    catalog_changed: 'bad',
    root_replaced: 'bad',
    loose_objects: 'bad',
    later_unreadable: 'bad',
    stamp_covers: 'bad',
    later_signature_bad: 'bad',
    not_permitted: 'bad',
  },
  revocation: {
    not_revoked: 'ok',
    no_information: 'unknown',
    information_old: 'unknown',
    information_untrusted: 'unknown',
    revoked: 'bad',
  },
} as const satisfies Record<Question, Record<string, AnswerState | null>>

export type RemarkCode<Q extends Question = Question> = { [K in Question]: keyof (typeof REMARKS)[K] }[Q]
export type RemarkParams = Readonly<Record<string, string | number>>

export interface Remark<Q extends Question = Question> {
  readonly code: RemarkCode<Q>
  /** What its sentence names: pages from 1, instants as ISO 8601 in UTC. */
  readonly params: RemarkParams
}

export interface Answer<Q extends Question = Question> {
  readonly state: AnswerState
  /** At least one; what decides comes first. */
  readonly remarks: readonly Remark<Q>[]
}

export function remark<Q extends Question>(_question: Q, code: RemarkCode<Q>, params: RemarkParams = {}): Remark<Q> {
  return { code, params }
}

/** The worst that is said decides: bad, then unknown, then ok; what only adds comes last. */
export function answer<Q extends Question>(question: Q, remarks: readonly Remark<Q>[]): Answer<Q> {
  const weight = (own: Remark<Q>) => ['bad', 'unknown', 'ok', null].indexOf(stateOf(question, own))
  const sorted = remarks.toSorted((one, other) => weight(one) - weight(other))
  const state = sorted[0] ? stateOf(question, sorted[0]) : null
  return { state: state ?? 'unknown', remarks: sorted }
}

function stateOf<Q extends Question>(question: Q, { code }: Remark<Q>): AnswerState | null {
  return (REMARKS[question] as Record<string, AnswerState | null>)[code as string] ?? null
}

/** Whom a certificate names. Numbers of persons (CCCD, hộ chiếu) are left out. */
export interface SignerName {
  /** Person, organ or programme. */
  readonly name: string | null
  /** O: the organ, in Vietnamese certificates often the superior one. */
  readonly organ: string | null
  /** OU, from the outer to the inner. */
  readonly units: readonly string[]
  readonly post: string | null
  /** Mã số thuế or mã số of the organ, as the certificate has it. */
  readonly taxCode: string | null
  readonly issuer: string | null
  readonly serial: string
  /** ISO 8601. */
  readonly validFrom: string
  readonly validTo: string
}

export interface SignatureAnswers {
  /** From 1, in the order of signing. */
  readonly order: number
  /** A time stamp over the whole document is a signature of a time-stamping service. */
  readonly kind: 'signature' | 'timestamp'
  /** The name of its field in the file. */
  readonly field: string
  readonly signer: SignerName | null
  /** ISO 8601; from the time stamp, else what the file claims. */
  readonly signedAt: string | null
  readonly reason: string | null
  /** Pages on which it is to be seen, from 1. */
  readonly pages: readonly number[]
  readonly answers: { readonly [Q in Question]: Answer<Q> }
}

/** Why no signature could be looked at. */
export const REPORT_PROBLEMS = ['not_pdf', 'malformed', 'encrypted', 'too_slow', 'too_large', 'hidden_signatures'] as const
export type ReportProblem = (typeof REPORT_PROBLEMS)[number]

export interface SignatureReport {
  /** In the order of signing; empty for a file that nobody has signed. */
  readonly signatures: readonly SignatureAnswers[]
  /** `hidden_signatures`: the file holds signatures that its own list does not name. */
  readonly problem: ReportProblem | null
}
