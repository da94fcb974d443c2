import type { Field } from '#core/records/model/kind.ts'
import type { FieldValue } from '#core/records/model/record.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { choiceLabel, fieldLabel } from './activity-words.ts'

interface KindFieldProps {
  field: Field
  value: FieldValue
  error: MessageKey | null
  onChange: (value: FieldValue) => void
}

/** The control for one declared field. */
export function KindField({ field: { id, type, required, choices = [] }, value, error, onChange }: KindFieldProps) {
  const { t } = useWords()
  const common = { label: fieldLabel(id), error, optional: !required }
  const text = typeof value === 'string' ? value : ''
  switch (type) {
    case 'number':
    case 'money':
      return <NumberInput {...common} value={typeof value === 'number' ? value : null} onChange={onChange} {...(type === 'money' ? { unit: t('activities.vnd') } : {})} />
    case 'choice':
      return <Select {...common} value={text} empty="activities.not_chosen" choices={choices.map((choice) => ({ value: choice, label: choiceLabel(id, choice) }))} onChange={(chosen) => onChange(chosen || null)} />
    case 'date':
      return <DateInput {...common} value={text || null} onChange={onChange} />
    case 'list':
      return <AutoText {...common} value={Array.isArray(value) ? value.join('\n') : ''} onChange={(typed) => onChange(typed === '' ? null : typed.split('\n'))} />
    case 'person':
    case 'text':
      return <TextInput {...common} value={text} onChange={(typed) => onChange(typed || null)} maxLength={2000} />
  }
}
