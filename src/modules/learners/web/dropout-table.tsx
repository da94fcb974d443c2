import { Button } from '#platform/web/button.tsx'
import { useWords } from '#platform/web/words.ts'
import { REASONS, type Dropout, type Reason } from '../model/columns.ts'
import { type DraftClass, newId } from './draft-book.ts'
import { ROLE } from './roles.ts'

interface DropoutTableProps {
  classes: readonly DraftClass[]
  dropouts: readonly Dropout[]
  readOnly: boolean
  onChange: (dropouts: readonly Dropout[]) => void
}

/** Who left school during the year, in numbers: class, reason, sex, minority. */
export function DropoutTable({ classes, dropouts, readOnly, onChange }: DropoutTableProps) {
  const { t } = useWords()
  const change = (dropout: Dropout) => onChange(dropouts.map((one) => (one.id === dropout.id ? dropout : one)))
  const add = () => onChange([...dropouts, { id: newId(), classId: classes[0]!.id, reason: 'economic', sex: 'F', isMinority: false, pupils: 1 }])
  return (
    <section className="card stack" aria-labelledby="dropouts">
      <h2 id="dropouts">{t('learners.dropouts')}</h2>
      <p className="hint">{t('learners.dropouts_hint')}</p>
      {dropouts.length > 0 && (
        <div className="table-scroll">
          <table className="table table-cards counts" role={ROLE.table}>
            <caption className="vh">{t('learners.dropouts')}</caption>
            <thead role={ROLE.rowgroup}>
              <tr role={ROLE.row}>
                {(['class', 'reason', 'sex', 'minority', 'pupils'] as const).map((column) => (
                  <th key={column} scope="col">{t(`learners.${column}`)}</th>
                ))}
                {!readOnly && (
                  <th scope="col">
                    <span className="vh">{t('learners.remove_dropout')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody role={ROLE.rowgroup}>
              {dropouts.map((dropout) => (
                <DropoutLine key={dropout.id} {...{ dropout, classes, readOnly }} onChange={change} onRemove={() => onChange(dropouts.filter(({ id }) => id !== dropout.id))} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!readOnly && classes.length > 0 && (
        <div className="row">
          <Button kind="secondary" small icon="plus" label="learners.add_dropout" onClick={add} />
        </div>
      )}
    </section>
  )
}

interface DropoutLineProps {
  dropout: Dropout
  classes: readonly DraftClass[]
  readOnly: boolean
  onChange: (dropout: Dropout) => void
  onRemove: () => void
}

function DropoutLine({ dropout, classes, readOnly, onChange, onRemove }: DropoutLineProps) {
  const { t } = useWords()
  return (
    <tr role={ROLE.row}>
      <td role={ROLE.cell} data-label={t('learners.class')}>
        <select className="input" aria-label={t('learners.class')} value={dropout.classId} disabled={readOnly} onChange={(event) => onChange({ ...dropout, classId: event.target.value })}>
          {classes.map(({ id, name }) => (
            <option key={id} value={id}>{name || t('learners.unnamed')}</option>
          ))}
        </select>
      </td>
      <td role={ROLE.cell} data-label={t('learners.reason')}>
        <select className="input" aria-label={t('learners.reason')} value={dropout.reason} disabled={readOnly} onChange={(event) => onChange({ ...dropout, reason: event.target.value as Reason })}>
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>{t(`learners.reason_${reason}`)}</option>
          ))}
        </select>
      </td>
      <td role={ROLE.cell} data-label={t('learners.sex')}>
        <select className="input" aria-label={t('learners.sex')} value={dropout.sex} disabled={readOnly} onChange={(event) => onChange({ ...dropout, sex: event.target.value as 'F' | 'M' })}>
          <option value="F">{t('learners.sex_F')}</option>
          <option value="M">{t('learners.sex_M')}</option>
        </select>
      </td>
      <td role={ROLE.cell} data-label={t('learners.minority')}>
        <input type="checkbox" aria-label={t('learners.minority')} checked={dropout.isMinority} disabled={readOnly} onChange={(event) => onChange({ ...dropout, isMinority: event.target.checked })} />
      </td>
      <td role={ROLE.cell} data-label={t('learners.pupils')}>
        <input className="input number" type="number" min={1} max={9999} aria-label={t('learners.pupils')} value={dropout.pupils} readOnly={readOnly} onChange={(event) => onChange({ ...dropout, pupils: Math.max(1, Math.min(9_999, Math.trunc(Number(event.target.value)) || 1)) })} />
      </td>
      {!readOnly && (
        <td role={ROLE.cell}>
          <Button kind="ghost" small icon="trash" iconOnly label="learners.remove_dropout" onClick={onRemove} />
        </td>
      )}
    </tr>
  )
}
