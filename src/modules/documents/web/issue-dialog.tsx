import { useState } from 'react'
import { SCHOOL_LEVELS, type SchoolLevel } from '#core/units/model/unit.ts'
import { Button } from '#platform/web/button.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { ComboboxMany } from '#platform/web/combobox-many.tsx'
import { Dialog } from '#platform/web/dialog.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { Select } from '#platform/web/select.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { issueDocument, listRecipients, RECIPIENT_GROUPS, type DocumentView } from '../contract.ts'
import { numberAndSymbol } from '../model/number.ts'

type Group = (typeof RECIPIENT_GROUPS)[number] | 'some'

/** Who gets it inside the system, and whether all below may read it. */
export function IssueDialog({ document, onClose }: { document: DocumentView; onClose: () => void }) {
  const { t } = useWords()
  const { id: documentId, version, unitId } = document
  const [group, setGroup] = useState<Group | ''>('')
  const [schoolLevel, setSchoolLevel] = useState<SchoolLevel | ''>('')
  const [chosen, setChosen] = useState<string[]>([])
  const [isPublished, setPublished] = useState(false)
  const listed = useOperation(
    listRecipients,
    { unitId, group: group === '' || group === 'some' ? 'all' : group, ...(group === 'schools' && schoolLevel ? { schoolLevel } : {}) },
    { enabled: group !== '', keepPrevious: true },
  )
  const units = listed.data ?? []
  const recipientUnitIds = group === '' ? [] : group === 'some' ? chosen : units.map((unit) => unit.unitId)
  const run = useCommand(issueDocument, {
    invalidate: ['documents', 'todos', 'plans'],
    onDone: () => {
      showToast('documents.issued')
      onClose()
    },
  })
  const isReady = group === '' || (listed.isSuccess && !listed.isPlaceholderData)
  return (
    <Dialog
      open
      onClose={onClose}
      title={['documents.issue_title', { number: numberAndSymbol(document.numberText, document.symbol) ?? '' }]}
      actions={
        <>
          <Button label="documents.issue" busy={run.isPending || !isReady} onClick={() => run.mutate({ documentId, version, recipientUnitIds, publish: isPublished })} />
          <Button kind="ghost" label="kit.cancel" onClick={onClose} />
        </>
      }
    >
      <div className="stack">
        <p>{t('documents.issue_text')}</p>
        <Select
          label="documents.issue_to"
          empty="documents.issue_group_none"
          value={group}
          onChange={setGroup}
          choices={[...RECIPIENT_GROUPS, 'some' as const].map((value) => ({ value, label: `documents.issue_group_${value}` }))}
        />
        {group === 'schools' && (
          <Select
            label="documents.issue_school_level"
            empty="documents.issue_every_level"
            value={schoolLevel}
            onChange={setSchoolLevel}
            choices={SCHOOL_LEVELS.map((value) => ({ value, label: `documents.level_${value}` }))}
          />
        )}
        {group === 'some' && (
          <ComboboxMany label="documents.issue_units" values={chosen} onChange={setChosen} choices={units.map((unit) => ({ value: unit.unitId, text: unit.name }))} />
        )}
        {group !== '' && isReady && <output>{t('documents.issue_count', { n: recipientUnitIds.length })}</output>}
        <Checkbox label="documents.issue_publish" checked={isPublished} onChange={setPublished} />
        <ErrorNote error={listed.error ?? run.error} />
      </div>
    </Dialog>
  )
}
