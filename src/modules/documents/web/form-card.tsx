import { type FormEvent, useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { changeForm, getForm, type UnitForm } from '../form-contract.ts'

/** What the decree leaves to the unit in the form of its documents. */
export function FormCard({ isLocked }: { isLocked: boolean }) {
  const { active } = useSession()
  const read = useOperation(getForm, { unitId: active.unitId })
  return <OperationView read={read}>{(form) => <FormFields key={JSON.stringify(form)} form={form} isLocked={isLocked} />}</OperationView>
}

const SIZES = ['13', '14'] as const
const LETTERHEAD_SIZES = ['12', '13'] as const

function FormFields({ form, isLocked }: { form: UnitForm; isLocked: boolean }) {
  const { t } = useWords()
  const { active } = useSession()
  const [bodySize, setBodySize] = useState(SIZES.find((size) => Number(size) === form.bodySize) ?? null)
  const [letterheadSize, setLetterheadSize] = useState(LETTERHEAD_SIZES.find((size) => Number(size) === form.letterheadSize) ?? null)
  const [parentLines, setParentLines] = useState(form.parentLines.join('\n'))
  const [issuerLines, setIssuerLines] = useState(form.issuerLines.join('\n'))
  const save = useCommand(changeForm, { invalidate: ['documents'], onDone: () => showToast('documents.form_saved') })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ unitId: active.unitId, bodySize: Number(bodySize ?? form.bodySize), letterheadSize: Number(letterheadSize ?? form.letterheadSize), parentLines: linesOf(parentLines), issuerLines: linesOf(issuerLines) })
  }
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{t('documents.form_title')}</h2>
      <p className="hint">{t('documents.form_hint')}</p>
      <fieldset className="stack" disabled={isLocked}>
        <legend className="vh">{t('documents.form_title')}</legend>
        <RadioCards legend="documents.form_body_size" value={bodySize} onChange={setBodySize} choices={SIZES.map((value) => ({ value, label: ['documents.form_points', { points: value }] as const }))} />
        <RadioCards
          legend="documents.form_letterhead_size"
          value={letterheadSize}
          onChange={setLetterheadSize}
          choices={LETTERHEAD_SIZES.map((value) => ({ value, label: ['documents.form_letterhead_points', { points: value, motto: String(Number(value) + 1) }] as const }))}
        />
        <AutoText label="documents.form_parent_lines" hint="documents.form_lines_hint" optional value={parentLines} onChange={setParentLines} maxLength={700} />
        <AutoText label="documents.form_issuer_lines" hint="documents.form_lines_hint" optional value={issuerLines} onChange={setIssuerLines} maxLength={700} />
        <ErrorNote error={save.error} />
        {!isLocked && (
          <div>
            <Button type="submit" label="documents.save" busy={save.isPending} />
          </div>
        )}
      </fieldset>
    </form>
  )
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
