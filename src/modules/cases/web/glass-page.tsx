import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { ReasonDialog } from '#platform/web/reason-dialog.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { askGlass, listGlass, openGlass } from '../glass-contract.ts'
import { CommandFault } from './open-key.tsx'

/** Two together open a case below in need, when nobody in it can be reached. */
export default function GlassPage() {
  const { active } = useSession()
  const { t } = useWords()
  const read = useOperation(listGlass, { unitId: active.unitId })
  return (
    <>
      <PageHead title="cases.glass_title" trail={[{ to: '/viec-rieng', text: t('cases.title') }]} />
      <p>{t('cases.glass_text')}</p>
      <div className="stack">
        <OperationView read={read}>
          {({ requests }) =>
            requests.length > 0 && (
              <section className="card stack">
                <h2>{t('cases.glass_waiting')}</h2>
                <ul className="plain-list stack">
                  {requests.map((request) => (
                    <Waiting key={request.id} request={request} />
                  ))}
                </ul>
              </section>
            )
          }
        </OperationView>
        <Ask />
      </div>
    </>
  )
}

function Waiting({ request: { id: requestId, unitName, year, number, by, at, isOwn } }: { request: { id: string; unitName: string; year: number; number: number; by: string; at: Date; isOwn: boolean } }) {
  const { active } = useSession()
  const { t } = useWords()
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const open = useCommand(openGlass, {
    invalidate: ['cases'],
    onDone: () => showToast('cases.glass_opened'),
  })
  const second = (why: string) => {
    setReason(why)
    setAsking(false)
    open.mutate({ unitId: active.unitId, requestId, reason: why })
  }
  return (
    <li className="stack stack-tight">
      <span>{t(['cases.glass_line', { unit: unitName, number, year: String(year), by, at: format.instant(at) }])}</span>
      {isOwn ? <p className="hint">{t('cases.glass_own')}</p> : <div><Button kind="secondary" label="cases.glass_second" busy={open.isPending} onClick={() => setAsking(true)} /></div>}
      <CommandFault error={open.error} onOpened={() => second(reason)} />
      {isAsking && <ReasonDialog title="cases.glass_second" label="cases.glass_reason" action="cases.glass_second" isBusy={open.isPending} error={null} onClose={() => setAsking(false)} onDone={second} />}
    </li>
  )
}

function Ask() {
  const { active } = useSession()
  const { t } = useWords()
  const [unitName, setUnitName] = useState('')
  const [year, setYear] = useState<number | null>(null)
  const [number, setNumber] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const ask = useCommand(askGlass, { invalidate: ['cases'], onDone: () => showToast('cases.glass_asked') })
  const send = () => {
    if (year !== null && number !== null) ask.mutate({ unitId: active.unitId, unitName: unitName.trim(), year, number, reason: reason.trim() })
  }
  return (
    <section className="card stack">
      <h2>{t('cases.glass_ask')}</h2>
      <TextInput label="cases.glass_unit" value={unitName} onChange={setUnitName} maxLength={200} autoComplete="off" />
      <div className="field-row">
        <NumberInput label="cases.glass_number" value={number} onChange={setNumber} />
        <NumberInput label="cases.glass_year" value={year} onChange={setYear} />
      </div>
      <AutoText label="cases.glass_reason" value={reason} onChange={setReason} maxLength={2_000} rows={3} autoComplete="off" />
      <CommandFault error={ask.error} onOpened={send} />
      <div className="row row-center">
        <Button kind="secondary" label="cases.glass_send" busy={ask.isPending} disabled={!unitName.trim() || !reason.trim() || year === null || number === null} onClick={send} />
        <TextLink to="/viec-rieng">{t('kit.cancel')}</TextLink>
      </div>
    </section>
  )
}
