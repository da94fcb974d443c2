import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import type { RecordValues } from '#core/records/model/record.ts'
import { today } from '#platform/web/format.ts'
import { Icon, type IconName } from '#platform/web/icon.tsx'
import { useGo, useListState } from '#platform/web/location.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { KINDS } from '../kinds/all.ts'
import { ActivityForm } from './activity-form.tsx'
import { kindLabel } from './activity-words.ts'
import './activities.css'

/** What the address may say already: an observance, a task or a line of the plan that is about to be carried out. */
const START = { loai: '', viec: '', kehoach: '', dong: '', ten: '', ngay: '' }

export default function NewActivityPage() {
  const [start, setStart] = useListState(START)
  const [recordId] = useState(newOperationId)
  const { active } = useSession()
  const { t } = useWords()
  const go = useGo()
  const kind = KINDS.get(start.loai)
  const trail = [{ to: '/hoat-dong', text: t('activities.title') }]
  if (!kind) {
    return (
      <>
        <PageHead title="activities.new_title" trail={trail} />
        <p>{t('activities.choose_kind')}</p>
        <ul className="kind-choices tiles plain">
          {[...KINDS.values()].map(({ code, icon }) => (
            <li key={code}>
              <button type="button" className="choice" onClick={() => setStart({ loai: code })}>
                <Icon name={icon as IconName} /> <b>{t(kindLabel(code))}</b>
              </button>
            </li>
          ))}
        </ul>
      </>
    )
  }
  const values: RecordValues = {
    onDay: /^\d{4}-\d\d-\d\d$/.test(start.ngay) ? start.ngay : today(),
    untilDay: null,
    title: start.ten,
    place: null,
    result: null,
    fields: {},
    headCounts: [],
    cost: null,
    costSource: null,
    taskId: start.viec || null,
    planId: start.kehoach || null,
    nodeId: start.dong || null,
  }
  return (
    <>
      <PageHead title={kindLabel(kind.code)} trail={[...trail, { text: t('activities.new_title') }]} />
      <ActivityForm
        unitId={active.unitId}
        kind={kind}
        start={{ recordId, kindVersion: kind.version, revision: 0, state: 'recorded', values, attendance: [] }}
        frozenBy={[]}
        canEdit
        onSaved={(left) => {
          if (left === null) showToast('activities.saved')
          // what was refused is mended where it was written
          if (left?.state !== 'aside') go(`/hoat-dong/${recordId}`, { replace: true })
        }}
      />
    </>
  )
}
