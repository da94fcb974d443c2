import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { useFormat } from '#platform/web/format.ts'
import { NumberInput } from '#platform/web/number-input.tsx'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Cell } from '../model/body.ts'
import type { CellEntry } from '../model/entries.ts'
import type { ReportEditing } from './use-report-editing.ts'

/** Says of one figure: as computed, another number, or nothing to count; with an estimate for the whole period and a note. */
export function CellDialog({ cell, label, editing, onClose }: { cell: Cell; label: string; editing: ReportEditing; onClose: () => void }) {
  const { t } = useWords()
  const format = useFormat()
  const entry = editing.valueOf('cells', cell.key)
  const [state, setState] = useState<CellEntry['state']>(entry?.state ?? (cell.computed === null ? 'value' : 'auto'))
  const [value, setValue] = useState(entry?.value ?? null)
  const [estimate, setEstimate] = useState(entry?.estimate ?? null)
  const [note, setNote] = useState(entry?.note ?? '')
  const decimals = cell.unit === 'percent' || cell.unit === 'score' ? 1 : cell.unit === 'index' ? 2 : 0
  const save = () => {
    const said: CellEntry = { state, value: state === 'value' ? value : null, estimate: state === 'not_applicable' ? null : estimate, note: note.trim() || null }
    const isNothing = said.state === 'auto' && said.estimate === null && said.note === null
    editing.set('cells', cell.key, isNothing ? null : said)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={['reports.cell_title', { label }]} actions={<Button label="reports.cell_save" disabled={state === 'value' && value === null} onClick={save} />}>
      <RadioCards
        legend="reports.cell_state"
        value={state}
        onChange={setState}
        choices={[
          { value: 'auto', label: ['reports.cell_auto', { value: cell.computed === null ? t('reports.no_data') : format.number(cell.computed) }] },
          { value: 'value', label: 'reports.cell_value' },
          { value: 'not_applicable', label: 'reports.not_applicable' },
        ]}
      />
      {state === 'value' && <NumberInput label="reports.cell_number" min={0} max={999_999_999_999} decimals={decimals} value={value} onChange={setValue} />}
      {state !== 'not_applicable' && <NumberInput label="reports.cell_estimate" hint="reports.cell_estimate_hint" optional min={0} max={999_999_999_999} decimals={decimals} value={estimate} onChange={setEstimate} />}
      <AutoText label="reports.cell_note" optional value={note} onChange={setNote} />
    </Dialog>
  )
}
