import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { withoutMarks } from '#platform/i18n/search.ts'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today } from '#platform/web/format.ts'
import { useCommand } from '#platform/web/operations.ts'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { setHelpLine, type HelpLineView } from '../help-line-contract.ts'

/** A number that is new, corrected, checked again or gone. @param line  null for a new one */
export function HelpLineDialog({ line, onClose }: { line: HelpLineView | null; onClose: () => void }) {
  const { active } = useSession()
  const [phone, setPhone] = useState(line?.phone ?? '')
  const [nameVi, setNameVi] = useState(line?.name.vi ?? '')
  const [nameEn, setNameEn] = useState(line?.name.en ?? '')
  const [address, setAddress] = useState(line?.address ?? '')
  const [from, setFrom] = useState<string | null>(line?.from ?? today())
  const [until, setUntil] = useState<string | null>(line?.until ?? null)
  const [source, setSource] = useState(line?.source ?? '')
  const [checkedOn, setCheckedOn] = useState<string | null>(line?.checkedOn ?? null)
  const [isCertain, setCertain] = useState(line?.isCertain ?? false)
  const [isHidden, setHidden] = useState(line !== null && line.phone === null)
  const save = useCommand(setHelpLine, {
    invalidate: ['cases'],
    onDone: () => {
      showToast('cases.help_saved')
      onClose()
    },
  })
  const isReady = (isHidden || /^[0-9][0-9 ]{1,18}[0-9]$/.test(phone.trim())) && nameVi.trim() !== '' && source.trim() !== '' && from !== null && checkedOn !== null
  const send = () => {
    if (from === null || checkedOn === null) return
    const key = line?.key ?? keyOf(nameVi)
    save.mutate({ unitId: active.unitId, key, phone: isHidden ? null : phone.trim(), nameVi: nameVi.trim(), nameEn: nameEn.trim() || nameVi.trim(), address: address.trim() || null, from, until, source: source.trim(), checkedOn, isCertain })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={line ? 'cases.help_edit' : 'cases.help_add'}
      actions={
        <>
          <Button label="cases.help_save" busy={save.isPending} disabled={!isReady} onClick={send} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        {line && <Checkbox label="cases.help_hide" checked={isHidden} onChange={setHidden} />}
        {!isHidden && <TextInput type="tel" label="cases.help_phone" value={phone} onChange={setPhone} maxLength={20} />}
        <TextInput label="cases.help_name" value={nameVi} onChange={setNameVi} maxLength={200} />
        <TextInput label="cases.help_name_en" value={nameEn} onChange={setNameEn} maxLength={200} optional />
        <TextInput label="cases.help_address" hint="cases.help_address_hint" value={address} onChange={setAddress} maxLength={300} optional />
        <div className="field-row">
          <DateInput label="cases.help_from" value={from} onChange={setFrom} />
          <DateInput label="cases.help_until" value={until} onChange={setUntil} optional />
        </div>
        <TextInput label="cases.help_source" value={source} onChange={setSource} maxLength={500} />
        <DateInput label="cases.help_checked" value={checkedOn} onChange={setCheckedOn} />
        <Checkbox label="cases.help_certain" checked={isCertain} onChange={setCertain} />
        <ErrorNote error={save.error} />
      </div>
    </Dialog>
  )
}

/** A name for the row, from the name that people read. */
function keyOf(name: string): string {
  return withoutMarks(name).toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 40).padEnd(2, '_')
}
