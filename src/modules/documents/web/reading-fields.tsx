import type { DocumentModel, Header, Signer } from '@songhanh/vanban/model'
import { AutoText } from '#platform/web/auto-text.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { DOCUMENT_TYPE_NAMES, isDocumentType } from '../model/document-types.ts'
import { Proved } from './field-proof.tsx'

interface FieldsProps {
  reading: DocumentModel
  onChange: (reading: DocumentModel) => void
}

/** Number and day belong to what came in; what the unit writes gets them after the approval. */
export function HeaderFields({ reading, onChange, withNumber }: FieldsProps & { withNumber: boolean }) {
  const { t } = useWords()
  const { header } = reading
  const set = (change: Partial<Header>) => onChange({ ...reading, header: { ...header, ...change } })
  const isWholeDay = header.date === null || /^\d{4}-\d\d-\d\d$/.test(header.date)
  const types = DOCUMENT_TYPE_NAMES.map((name) => ({ value: name as string, text: name as string }))
  const unusual = header.docType !== null && !isDocumentType(header.docType) ? [{ value: header.docType, text: header.docType }] : []
  return (
    <section className="card stack">
      <h2>{t('documents.header')}</h2>
      <div className="field-row">
        <Proved field="header.docType">
          <Select label="documents.doc_type" empty="kit.choose" value={header.docType ?? ''} onChange={(docType) => set({ docType: docType || null })} choices={[...types, ...unusual]} />
        </Proved>
        {withNumber && (
          <>
            <Proved field="header.number">
              <TextInput label="documents.number" optional value={header.number ?? ''} onChange={(value) => set({ number: orNull(value) })} maxLength={20} />
            </Proved>
            <Proved field="header.symbol">
              <TextInput label="documents.symbol" hint="documents.symbol_hint" optional value={header.symbol ?? ''} onChange={(value) => set({ symbol: orNull(value) })} maxLength={60} />
            </Proved>
            <Proved field="header.date">
              <DateInput
                label="documents.issued_on"
                optional
                hint={isWholeDay ? undefined : ['documents.issued_on_partial', { text: header.date ?? '' }]}
                value={isWholeDay ? header.date : null}
                onChange={(date) => set({ date })}
              />
            </Proved>
          </>
        )}
        <Proved field="header.place">
          <TextInput label="documents.place" optional value={header.place ?? ''} onChange={(value) => set({ place: orNull(value) })} maxLength={100} />
        </Proved>
      </div>
      <Proved field="header.parentIssuer">
        <TextInput label="documents.parent_issuer" optional value={header.parentIssuer ?? ''} onChange={(value) => set({ parentIssuer: orNull(value) })} maxLength={300} />
      </Proved>
      <Proved field="header.issuer">
        <TextInput
          label="documents.issuer"
          value={header.issuer ?? ''}
          onChange={(value) => {
            // The name within a sentence was made of the old one.
            const { issuerName: _, ...rest } = header
            onChange({ ...reading, header: { ...rest, issuer: orNull(value) } })
          }}
          maxLength={300}
        />
      </Proved>
      <Proved field="header.title">
        <AutoText label="documents.subject" value={header.title ?? ''} onChange={(value) => set({ title: orNull(value) })} maxLength={2_000} />
      </Proved>
    </section>
  )
}

export function OpeningFields({ reading, onChange }: FieldsProps) {
  const { t } = useWords()
  return (
    <section className="card stack">
      <h2>{t('documents.content')}</h2>
      <Lines label="documents.preamble" hint="documents.preamble_hint" lines={reading.preamble} onChange={(preamble) => onChange({ ...reading, preamble })} />
      <Proved field="lead">
        <AutoText label="documents.lead" optional value={reading.lead ?? ''} onChange={(value) => onChange({ ...reading, lead: orNull(value) })} />
      </Proved>
    </section>
  )
}

export function ClosingFields({ reading, onChange }: FieldsProps) {
  const { t } = useWords()
  const signer = reading.signer ?? { authority: null, position: null, name: null }
  const setSigner = (change: Partial<Signer>) => {
    const next = { ...signer, ...change }
    onChange({ ...reading, signer: Object.values(next).every((part) => part === null) ? null : next })
  }
  return (
    <section className="card stack">
      <h2>{t('documents.signature')}</h2>
      <Proved field="closing">
        <AutoText label="documents.closing" optional value={reading.closing ?? ''} onChange={(value) => onChange({ ...reading, closing: orNull(value) })} />
      </Proved>
      <Lines label="documents.recipients_lines" hint="documents.recipients_hint" lines={reading.recipients} onChange={(recipients) => onChange({ ...reading, recipients })} />
      <div className="field-row">
        <Proved field="signer.authority">
          <TextInput label="documents.signer_authority" hint="documents.signer_authority_hint" optional value={signer.authority ?? ''} onChange={(value) => setSigner({ authority: orNull(value) })} maxLength={200} />
        </Proved>
        <Proved field="signer.position">
          <TextInput label="documents.signer_position" optional value={signer.position ?? ''} onChange={(value) => setSigner({ position: orNull(value) })} maxLength={200} />
        </Proved>
        <Proved field="signer.name">
          <TextInput label="documents.signer_name" optional value={signer.name ?? ''} onChange={(value) => setSigner({ name: orNull(value) })} maxLength={100} />
        </Proved>
      </div>
    </section>
  )
}

/** A list typed as lines; empty lines are kept while one types and do not count. */
function Lines({ label, hint, lines, onChange }: { label: 'documents.preamble' | 'documents.recipients_lines'; hint: 'documents.preamble_hint' | 'documents.recipients_hint'; lines: readonly string[]; onChange: (lines: string[]) => void }) {
  return <AutoText label={label} hint={hint} optional value={lines.join('\n')} onChange={(value) => onChange(value === '' ? [] : value.split('\n'))} />
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
