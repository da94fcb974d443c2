import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import type { Choice } from '#platform/web/choice.ts'
import { Combobox } from '#platform/web/combobox.tsx'
import { ComboboxMany } from '#platform/web/combobox-many.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { BUDGET_SOURCES, type NodeTarget, type PlanNode } from '../model/plan-node.ts'
import type { LineMoves } from './line-moves.ts'
import { partyOf, partyValue, type NamedPerson } from './party-choices.ts'
import { SOURCE_WORDS } from './plan-words.ts'

export interface LineFormProps {
  node: PlanNode
  label: string
  year: number
  parties: readonly Choice[]
  people: readonly NamedPerson[]
  /** The superior's points to choose from. */
  points: readonly Choice[]
  moves: LineMoves
  onEdit: (patch: Partial<PlanNode>) => void
  onClose: () => void
  children?: ReactNode
}

const NO_TARGET: NodeTarget = { text: '', indicator: null, op: '>=', value: null, unit: null }

/** The one line that is open. Enter begins the next line, Alt and an arrow moves it; Tab goes on to the next field. */
export function LineForm({ node, label, year, parties, people, points, moves, onEdit, onClose, children }: LineFormProps) {
  const { t } = useWords()
  const text = useRef<HTMLTextAreaElement>(null)
  // The form is mounted anew for each line.
  useEffect(() => {
    text.current?.focus({ preventScroll: true })
    text.current?.setSelectionRange(text.current.value.length, text.current.value.length)
    text.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const move = event.altKey ? { ArrowUp: moves.up, ArrowDown: moves.down, ArrowLeft: moves.outdent, ArrowRight: moves.indent }[event.key] : undefined
    if (move) {
      event.preventDefault()
      move()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      moves.add()
    }
  }
  const isHeading = node.kind === 'section'
  const isWork = node.kind === 'task'
  return (
    <li data-line={node.id}>
      <fieldset className="line-open">
        <legend className="vh">{t('plans.line_open', { label })}</legend>
      <AutoText label={isHeading ? 'plans.line_heading' : 'plans.line_text'} value={node.text} onChange={(value) => onEdit({ text: value })} inputRef={text} onKeyDown={onKeyDown} />
      {isWork && (
        <div className="field-row">
          <Combobox label="plans.line_lead" value={partyValue(node.lead)} choices={parties} onChange={(value) => onEdit({ lead: partyOf(value, people) })} />
          <DateInput label="plans.line_start" value={node.startOn} assumedYear={year} onChange={(startOn) => onEdit({ startOn, when: null })} />
          <DateInput label="plans.line_due" value={node.dueOn} assumedYear={year} onChange={(dueOn) => onEdit({ dueOn, when: null })} />
        </div>
      )}
      {isWork && points.length > 0 && (
        <ComboboxMany label="plans.line_covers" optional values={node.covers} choices={points} onChange={(covers) => onEdit({ covers })} />
      )}
      {isWork && <MoreFields node={node} parties={parties} people={people} onEdit={onEdit} />}
      {children}
      <div className="row line-moves">
        <Button small kind="secondary" label="plans.line_up" onClick={moves.up} />
        <Button small kind="secondary" label="plans.line_down" onClick={moves.down} />
        <Button small kind="secondary" label="plans.line_outdent" onClick={moves.outdent} />
        <Button small kind="secondary" label="plans.line_indent" onClick={moves.indent} />
        <Button small kind="secondary" icon="plus" label="plans.line_add" onClick={moves.add} />
        <Button small kind="ghost-danger" label="plans.line_remove" onClick={moves.remove} />
        <Button small label="plans.line_done" aria-label={`${t('plans.line_done')} ${label}`} onClick={onClose} />
      </div>
      </fieldset>
    </li>
  )
}

function MoreFields({ node, parties, people, onEdit }: Pick<LineFormProps, 'node' | 'parties' | 'people' | 'onEdit'>) {
  const { t } = useWords()
  const target = node.target ?? NO_TARGET
  const setTarget = (patch: Partial<NodeTarget>) => {
    const next = { ...target, ...patch }
    onEdit({ target: next.text === '' && next.value === null && !next.unit ? null : next })
  }
  const budget = node.budget ?? { amountVnd: null, source: null }
  const setBudget = (patch: Partial<typeof budget>) => {
    const next = { ...budget, ...patch }
    onEdit({ budget: next.amountVnd === null && next.source === null ? null : next })
  }
  const isFilled = node.supporting.length > 0 || node.product !== null || node.target !== null || node.budget !== null
  return (
    <details className="line-more" open={isFilled}>
      <summary>{t('plans.line_more')}</summary>
      <ComboboxMany
        label="plans.line_support"
        optional
        values={node.supporting.flatMap((party) => partyValue(party) ?? [])}
        choices={parties}
        onChange={(values) => onEdit({ supporting: values.flatMap((value) => partyOf(value, people) ?? []) })}
      />
      <TextInput label="plans.line_product" optional value={node.product ?? ''} onChange={(value) => onEdit({ product: value || null })} />
      <div className="field-row">
        <TextInput label="plans.line_target" optional value={target.text} onChange={(value) => setTarget({ text: value })} />
        <NumberInput label="plans.line_target_value" optional value={target.value} decimals={2} onChange={(value) => setTarget({ value })} />
        <TextInput label="plans.line_target_unit" optional value={target.unit ?? ''} onChange={(value) => setTarget({ unit: value || null })} />
      </div>
      <div className="field-row">
        <NumberInput label="plans.line_budget" optional min={0} value={budget.amountVnd} onChange={(amountVnd) => setBudget({ amountVnd })} />
        <Select
          label="plans.line_budget_source"
          optional
          value={budget.source ?? ''}
          empty="plans.line_covers_none"
          onChange={(source) => setBudget({ source })}
          choices={BUDGET_SOURCES.map((value) => ({ value, label: SOURCE_WORDS[value] }))}
        />
      </div>
    </details>
  )
}
