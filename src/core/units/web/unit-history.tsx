import { addDays } from '#platform/clock.ts'
import { useFormat } from '#platform/web/format.ts'
import { TextLink } from '#platform/web/link.tsx'
import { useWords } from '#platform/web/words.ts'
import type { UnitView } from '../contract.ts'
import { kindOf, namesOf, periodOf } from './unit-words.ts'

type Step = UnitView['successions'][number]

/** Where the unit came from and went, and what it was called and to whom it belonged meanwhile; newest first. */
export function UnitHistory({ unit }: { unit: UnitView }) {
  const words = useWords()
  const { day } = useFormat()
  const { t } = words
  return (
    <div className="stack">
      {unit.successions.length > 0 && (
        <ul className="stack stack-tight">
          {unit.successions.map((step) => (
            <li key={`${step.kind} ${step.onDay} ${step.from.id} ${step.to?.id}`}>
              <strong>{day(step.onDay)}</strong> · <StepWords step={step} unitId={unit.id} />
              {step.decision && <span className="hint"> ({step.decision})</span>}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('units.versions')}</h3>
      <ol className="stack stack-tight">
        {unit.versions.map((version) => (
          <li key={version.from ?? ''}>
            <strong>{version.name}</strong> · {kindOf(version, words)} · {t(periodOf(version.from, version.until && addDays(version.until, -1), day))}
            <br />
            <span className="hint">
              {namesOf(version.administrativeParent, version.professionalParent) || t('units.no_parent')}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function StepWords({ step, unitId }: { step: Step; unitId: string }) {
  const { t } = useWords()
  const isPast = step.to?.id === unitId
  const other = isPast ? step.from : step.to
  if (step.kind === 'rename') return <>{t(['units.step_rename', { from: step.from.name, to: step.to?.name ?? '' }])}</>
  if (step.kind === 'reparent' || step.kind === 'abolish' || !other) return <>{t(step.kind === 'reparent' ? 'units.step_reparent' : 'units.step_abolish')}</>
  const direction = isPast ? 'from' : 'into'
  return (
    <>
      {t(`units.step_${step.kind}_${direction}`)} <TextLink to={`/don-vi/${other.id}`}>{other.name}</TextLink>
    </>
  )
}
