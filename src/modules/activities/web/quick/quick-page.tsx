import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { useIsOnline } from '#platform/web/connection.ts'
import { LoadingState } from '#platform/web/loading-state.tsx'
import { ButtonLink } from '#platform/web/link.tsx'
import { useListState } from '#platform/web/location.ts'
import { Note } from '#platform/web/note.tsx'
import { submit, useDevice } from '#platform/web/outbox/device.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import { missingIn, type QuickForm, requiredFields } from '../../model/quick.ts'
import { CountTable } from './count-table.tsx'
import { type Ground, useGround } from './ground.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { KindField } from '../kind-field.tsx'
import { Oddities } from './oddities.tsx'
import { QUICK_KINDS, quickKind } from './quick-kinds.ts'
import { submissionOf } from '../submission.ts'
import { TaskChoice } from './task-choice.tsx'
import { OFFERED, useQuickForm } from './use-quick-form.ts'
import './quick.css'

/** An activity in under a minute, on a phone, with or without a network. */
export default function QuickPage() {
  const { vault } = useDevice()
  const { active } = useSession()
  const ground = useGround(vault, active.unitId)
  return (
    <>
      <PageHead title="activities.quick_title" />
      {vault === null || ground === null ? <LoadingState rows={6} /> : <Entry key={active.unitId} vault={vault} unitId={active.unitId} ground={ground} />}
    </>
  )
}

function Entry({ vault, unitId, ground }: { vault: Vault; unitId: string; ground: Ground }) {
  const { tasks, enrolled } = ground
  const { t } = useWords()
  const { isKept } = useDevice()
  const [offered] = useListState(OFFERED)
  const { form, change, isContinued, isWritten, startAnew } = useQuickForm(vault, unitId, tasks, offered)
  const [isChecked, setChecked] = useState(false)
  const [failure, setFailure] = useState(false)
  const [savedTitle, setSavedTitle] = useState<string | null>(null)
  if (savedTitle !== null) return <Saved title={savedTitle} onNext={() => setSavedTitle(null)} />
  if (!form) return <LoadingState rows={6} />

  const kind = quickKind(form.kind)
  const missing = isChecked ? missingIn(form, kind) : []
  const save = async () => {
    setChecked(true)
    const [first] = missingIn(form, kind)
    if (first) return goToMissing()
    try {
      await submit(await submissionOf(vault, unitId, form))
      setSavedTitle(form.title)
      setChecked(false)
      await startAnew({ keepFiles: true })
    } catch {
      setFailure(true)
    }
  }
  return (
    <div className="stack quick">
      {!isKept && <Note tone="warn">{t('activities.quick_not_kept')}</Note>}
      {isContinued && (
        <p className="hint">
          {t('activities.quick_continued')}{' '}
          <button type="button" className="text-button" onClick={() => void startAnew()}>
            {t('activities.quick_anew')}
          </button>
        </p>
      )}
      <TaskChoice form={form} tasks={tasks} onChange={change} isMissing={missing.includes('title')} />
      <section className="stack stack-tight">
        <Select label="activities.quick_kind" value={kind.code} onChange={(code) => change({ kind: code })} choices={QUICK_KINDS} />
        {requiredFields(kind).map((field) => (
          <KindField
            key={field.id}
            field={field}
            value={form.fields[field.id] ?? null}
            error={missing.includes(`field.${field.id}`) ? 'errors.activities.fault_required' : null}
            onChange={(value) => change({ fields: { ...form.fields, [field.id]: value } })}
          />
        ))}
      </section>
      <CountTable key={kind.code} kind={kind} enrolled={enrolled} counts={form.counts} onChange={(counts) => change({ counts })} isMissing={missing.includes('counts')} />
      {kind.evidence.what !== 'none' && <PhotoPicker vault={vault} form={form} onChange={change} isMissing={missing.includes('consent')} />}
      <Oddities form={form} kind={kind} enrolled={enrolled} />
      <AutoText label="activities.quick_result" optional value={form.result} onChange={(result) => change({ result })} rows={3} maxLength={4000} />
      {failure && (
        <Note tone="bad" alert>
          {t('activities.quick_failed')}
        </Note>
      )}
      {isKept && <output className="hint">{isWritten && t('activities.quick_draft_kept')}</output>}
      <div className="quick-foot">
        <Button label="activities.quick_save" onClick={() => void save()} />
      </div>
    </div>
  )
}

/** The first part that is marked, which may be above the button by more than a screen. */
function goToMissing(): void {
  requestAnimationFrame(() => document.querySelector('.quick .error')?.scrollIntoView({ block: 'center' }))
}

function Saved({ title, onNext }: { title: QuickForm['title']; onNext: () => void }) {
  const { t } = useWords()
  const { items } = useDevice()
  const isOnline = useIsOnline()
  const words = items.length === 0 ? 'activities.quick_sent' : isOnline ? 'activities.quick_sending' : 'activities.quick_saved'
  return (
    <div className="stack">
      <Note tone={items.length === 0 ? 'ok' : 'info'} alert>
        <p>
          <b>{title}</b>
        </p>
        <p>{t(words)}</p>
      </Note>
      <div className="row">
        <Button label="activities.quick_next" icon="plus" onClick={onNext} />
        {items.length > 0 && <ButtonLink to="/hoat-dong/cho-gui" label={['activities.waiting_open', { n: items.length }]} kind="secondary" />}
        <ButtonLink to="/" label="activities.quick_home" kind="secondary" />
      </div>
    </div>
  )
}
