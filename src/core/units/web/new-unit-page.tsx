import { type FormEvent, useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useGo } from '#platform/web/location.ts'
import { useCommand } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { createUnit } from '../contract.ts'
import { PROVINCES } from '../model/provinces.ts'
import { factsOf, NEW_SCHOOL, type UnitDraft } from './unit-draft.ts'
import { isComplete, UnitFields } from './unit-fields.tsx'

const provinces = Object.entries(PROVINCES).map(([value, text]) => ({ value, text }))

/** A new unit below the person's own. */
export default function NewUnitPage() {
  const { t } = useWords()
  const { active } = useSession()
  const own = { id: active.unitId, name: active.unitName }
  const [draft, setDraft] = useState<UnitDraft>(active.unitLevel === 'commune' ? { ...NEW_SCHOOL, administrative: own } : { ...NEW_SCHOOL, professional: own })
  const [from, setFrom] = useState<string | null>(today())
  const [provinceId, setProvinceId] = useState('')
  const [isChecked, setChecked] = useState(false)
  const go = useGo()
  const command = useCommand(createUnit, {
    invalidate: ['units'],
    onDone: ({ id }) => {
      showToast(['units.created', { name: draft.name.trim() }])
      go(`/don-vi/${id}`)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!isComplete(draft) || !from || command.isPending) return
    command.mutate({ ...factsOf(draft), level: draft.level, code: draft.code.trim() || null, from, ...(draft.level === 'department' && provinceId ? { provinceId } : {}) })
  }
  return (
    <>
      <PageHead title="units.new_title" trail={[{ to: '/don-vi', text: t('units.title') }]} />
      <form className="card stack" onSubmit={submit} noValidate>
        <ErrorNote error={command.error} />
        <UnitFields draft={draft} onChange={setDraft} isChecked={isChecked} withLevel withParents />
        {draft.level === 'department' && <Select label="units.province" value={provinceId} onChange={setProvinceId} choices={provinces} empty="units.choose" />}
        <DateInput label="units.from" hint="units.from_hint" value={from} onChange={setFrom} error={isChecked && !from ? 'units.day_missing' : null} />
        <div className="row">
          <Button type="submit" label="units.create" busy={command.isPending} />
        </div>
      </form>
    </>
  )
}
