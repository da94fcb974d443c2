import { Button } from '#platform/web/button.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { previewRound, type RoundFields } from '../round-contract.ts'

export interface Exempt {
  readonly unitId: string
  readonly name: string
  readonly reason: string
}

interface ExemptProps {
  unitId: string
  fields: RoundFields
  exempt: readonly Exempt[]
  onChange: (exempt: readonly Exempt[]) => void
}

/** Units that are let off from the beginning, each with its reason; they stay visible on the board. */
export function RoundExempt({ unitId, fields, exempt, onChange }: ExemptProps) {
  const { t } = useWords()
  const isAsking = fields.audience.by === 'list' ? fields.audience.unitIds.length > 0 : fields.audience.levels.length > 0
  const read = useOperation(previewRound, { unitId, ...fields, title: fields.title.trim() || '–' }, { keepPrevious: true, enabled: isAsking })
  const recipients = read.data?.recipients ?? []
  const add = (id: string | null) => {
    const unit = recipients.find((one) => one.unitId === id)
    if (unit) onChange([...exempt, { unitId: unit.unitId, name: unit.name, reason: '' }])
  }
  return (
    <section className="card stack">
      <h2>{t('reports.round_exempt')}</h2>
      <p className="hint">{t('reports.round_exempt_hint')}</p>
      {exempt.map((one) => (
        <div key={one.unitId} className="row row-center">
          <div className="grow">
            <TextInput label={['reports.exempt_reason_of', { unit: one.name }]} value={one.reason} onChange={(reason) => onChange(exempt.map((other) => (other === one ? { ...one, reason } : other)))} maxLength={500} />
          </div>
          <Button small kind="ghost" label="reports.exempt_undo" onClick={() => onChange(exempt.filter((other) => other !== one))} />
        </div>
      ))}
      <Combobox
        label="reports.exempt_unit"
        optional
        value={null}
        onChange={add}
        choices={recipients.filter((unit) => !exempt.some((one) => one.unitId === unit.unitId)).map((unit) => ({ value: unit.unitId, text: unit.name }))}
      />
    </section>
  )
}
