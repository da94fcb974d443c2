import { useDeferredValue, useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { FieldRow } from '#platform/web/field-row.tsx'
import { today } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import type { DefinitionView } from '../contract.ts'
import { checkFormula, saveDefinition, type FormulaCheck } from '../definition-contract.ts'
import { DIRECTIONS, UNITS_OF_MEASURE } from '../model/definition.ts'
import { useFigureWords } from './indicator-words.tsx'

const HANDS = ['none', 'share', 'value', 'yes'] as const

/** An indicator of one's own: the formula is checked and tried while it is typed. */
export function DefinitionForm({ unitId, from, measures, onClose }: { unitId: string; from: DefinitionView | null; measures: readonly { code: string; number: string; breakdowns: readonly string[] }[]; onClose: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({
    code: from?.code ?? 'X01',
    vi: from?.name.vi ?? '',
    en: from?.name.en ?? '',
    unit: from?.unit ?? ('percent' as const),
    formula: from?.formula ?? '',
    hand: (from?.hand?.kind === 'share' || from?.hand?.kind === 'value' || from?.hand?.kind === 'yes' ? from.hand.kind : 'none') as (typeof HANDS)[number],
    part: from?.hand?.kind === 'share' ? from.hand.part.vi : '',
    whole: from?.hand?.kind === 'share' ? from.hand.whole.vi : '',
    direction: from?.direction ?? ('up' as const),
    isFlow: from?.isFlow ?? false,
    source: from?.source ?? '',
    validFrom: today() as string | null,
    reason: '',
  })
  const change = (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch }))
  const save = useCommand(saveDefinition, {
    invalidate: ['indicators'],
    onDone: ({ version }) => {
      showToast(['indicators.define_saved', { code: draft.code, version: String(version) }])
      onClose()
    },
  })
  const named = (text: string) => ({ vi: text.trim() || '…', en: text.trim() || '…' })
  const hand =
    draft.hand === 'share'
      ? { kind: 'share' as const, number: 'persons' as const, part: named(draft.part), whole: named(draft.whole) }
      : draft.hand === 'value'
        ? { kind: 'value' as const, number: draft.unit === 'persons' ? ('persons' as const) : ('count' as const) }
        : draft.hand === 'yes'
          ? { kind: 'yes' as const }
          : null
  const submit = () =>
    save.mutate({
      unitId,
      code: draft.code.trim().toUpperCase(),
      name: { vi: draft.vi, en: draft.en },
      unit: draft.unit,
      formula: draft.formula,
      splits: from?.splits ?? [],
      periods: from?.periods ?? ['year'],
      levels: from?.levels ?? ['school', 'commune', 'department', 'ministry'],
      givers: from?.givers ?? ['school'],
      direction: draft.direction,
      isFlow: draft.isFlow,
      source: draft.source,
      hand,
      validFrom: draft.validFrom ?? today(),
      reason: draft.reason,
    })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FieldRow>
        <TextInput label="indicators.define_code" hint="indicators.define_code_hint" value={draft.code} onChange={(code) => change({ code })} required maxLength={12} />
        <Select label="indicators.define_unit" value={draft.unit} onChange={(unit) => change({ unit })} choices={UNITS_OF_MEASURE.map((value) => ({ value, label: `indicators.define_unit_${value}` as const }))} />
      </FieldRow>
      <TextInput label="indicators.define_name" value={draft.vi} onChange={(vi) => change({ vi })} required maxLength={250} />
      <TextInput label="indicators.define_name_en" optional value={draft.en} onChange={(en) => change({ en })} maxLength={250} />
      <FieldRow>
        <Select
          label="indicators.define_by_hand"
          value={draft.hand}
          onChange={(chosen) => change({ hand: chosen, formula: draft.formula || formulaOf(draft.code.trim().toUpperCase(), chosen) })}
          choices={HANDS.map((value) => ({ value, label: `indicators.define_hand_${value}` as const }))}
        />
        {draft.hand === 'share' && <TextInput label="indicators.define_part" value={draft.part} onChange={(part) => change({ part })} required maxLength={120} />}
        {draft.hand === 'share' && <TextInput label="indicators.define_whole" value={draft.whole} onChange={(whole) => change({ whole })} required maxLength={120} />}
      </FieldRow>
      <AutoText label="indicators.define_formula" hint="indicators.define_formula_hint" value={draft.formula} onChange={(formula) => change({ formula })} />
      <FormulaVerdict unitId={unitId} code={draft.code.trim().toUpperCase()} unit={draft.unit} formula={draft.formula} hand={hand} />
      <details>
        <summary>{t(['indicators.define_measures', { n: measures.length }])}</summary>
        <ul className="trace-tree">
          {measures.map(({ code, breakdowns }) => (
            <li key={code}>
              <code>{code}</code> <span className="hint">{breakdowns.join(', ')}</span>
            </li>
          ))}
        </ul>
      </details>
      <FieldRow>
        <Select label="indicators.define_direction" value={draft.direction} onChange={(direction) => change({ direction })} choices={DIRECTIONS.map((value) => ({ value, label: `indicators.define_direction_${value}` as const }))} />
        <DateInput label="indicators.define_from" value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} min={today()} required />
      </FieldRow>
      <Checkbox label="indicators.define_flow" checked={draft.isFlow} onChange={(isFlow) => change({ isFlow })} />
      <TextInput label="indicators.define_source" value={draft.source} onChange={(source) => change({ source })} required maxLength={500} />
      <TextInput label="indicators.define_reason" value={draft.reason} onChange={(reason) => change({ reason })} required maxLength={500} />
      <ErrorNote error={save.error} />
      <div className="row">
        <Button type="submit" label="indicators.define_save" busy={save.isPending} />
        <Button kind="ghost" label="kit.cancel" onClick={onClose} />
      </div>
    </form>
  )
}

function formulaOf(code: string, hand: (typeof HANDS)[number]): string {
  if (hand === 'share') return `hand.${code}.part / hand.${code}.whole`
  if (hand === 'value') return `hand.${code}.value`
  return hand === 'yes' ? `units_with(hand.${code}.yes) / units_known(hand.${code}.yes)` : ''
}

type Trial = Pick<Parameters<typeof DefinitionForm>[0], 'unitId'> & { code: string; unit: DefinitionView['unit']; formula: string; hand: DefinitionView['hand'] }

const CODE = /^[A-Z][A-Z0-9]{1,11}$/

/** The error under its character, or what the formula comes to on the unit's own figures. */
function FormulaVerdict({ formula, ...trial }: Trial) {
  const { t } = useWords()
  const words = useFigureWords()
  const typed = useDeferredValue(formula)
  const year = Number(today().slice(0, 4))
  const read = useOperation(checkFormula, { ...trial, formula: typed, year }, { enabled: typed.trim() !== '' && CODE.test(trial.code), keepPrevious: true })
  if (typed.trim() === '' || !read.data) return null
  const { problem, figure } = read.data
  if (problem) return <FormulaFault formula={typed} problem={problem} />
  const value = figure && figure.value !== null ? words.written(figure.value, trial.unit) : t('indicators.define_no_value')
  return <Note tone="ok">{t(['indicators.define_ok', { year: String(year), value }])}</Note>
}

function FormulaFault({ formula, problem }: { formula: string; problem: NonNullable<FormulaCheck['problem']> }) {
  const { t } = useWords()
  const wrong = formula.slice(problem.from, problem.to) || ' '
  return (
    <Note tone="bad">
      <code className="formula-mark">
        {formula.slice(0, problem.from)}
        <mark>{wrong}</mark>
        {formula.slice(problem.to)}
      </code>
      <p>{t([`indicators.fault_${problem.fault}` as 'indicators.fault_empty', problem.params])}</p>
    </Note>
  )
}
