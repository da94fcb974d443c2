import { useState, type FormEvent } from 'react'
import { useSession } from '#core/access/web/session.ts'
import type { Words } from '#platform/i18n/messages.ts'
import type { Translator } from '#platform/i18n/translator.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { useGo, useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { Select } from '#platform/web/select.tsx'
import { useWords } from '#platform/web/words.ts'
import { listDirectives, listPlans, startPlan, type DirectiveSummary, type PlanSummary } from '../contract.ts'

/** Of many directives the newest few are shown at first. */
const OFFERED = 3

type Source = 'superior' | 'last_year' | 'template' | 'empty'

export default function StartPage() {
  const { active } = useSession()
  const directives = useOperation(listDirectives, { unitId: active.unitId })
  const plans = useOperation(listPlans, { unitId: active.unitId })
  const { t } = useWords()
  return (
    <>
      <PageHead title="plans.start_title" trail={[{ to: '/ke-hoach', text: t('plans.title') }]} />
      <OperationView read={directives}>
        {(found) => <OperationView read={plans}>{(own) => <StartForm unitId={active.unitId} directives={found} plans={own} />}</OperationView>}
      </OperationView>
    </>
  )
}

function StartForm({ unitId, directives, plans }: { unitId: string; directives: readonly DirectiveSummary[]; plans: readonly PlanSummary[] }) {
  const words = useWords()
  const format = useFormat()
  const go = useGo()
  const [wanted] = useListState({ directive: '' })
  const first = directives.find((directive) => directive.id === wanted.directive) ?? directives[0]
  const [directiveId, setDirectiveId] = useState(first?.id ?? 'none')
  const [year, setYear] = useState(first?.year ?? Number(today().slice(0, 4)))
  const [from, setFrom] = useState<Source>(first ? 'superior' : 'template')
  const reusable = plans.filter((plan) => plan.state === 'issued')
  const [lastPlanId, setLastPlanId] = useState(reusable[0]?.id ?? '')
  const start = useCommand(startPlan, { invalidate: ['plans', 'todos'], onDone: ({ planId }) => go(`/ke-hoach/${planId}`) })
  const directive = directives.find(({ id }) => id === directiveId)
  const [isAll, setAll] = useState(false)
  const offered = isAll ? directives : directives.filter((candidate, index) => index < OFFERED || candidate.id === directiveId)

  const send = (event: FormEvent) => {
    event.preventDefault()
    start.mutate({ unitId, year, from, directiveId: directive?.id ?? null, lastPlanId: from === 'last_year' ? lastPlanId : null })
  }
  const choose = (id: string) => {
    setDirectiveId(id)
    const chosen = directives.find((candidate) => candidate.id === id)
    if (chosen) setYear(chosen.year)
    if (!chosen && from === 'superior') setFrom('template')
  }
  return (
    <form className="card stack" onSubmit={send}>
      <RadioCards
        legend="plans.start_directive"
        value={directiveId}
        onChange={choose}
        choices={[
          ...offered.map((candidate) => ({ value: candidate.id, text: lineOf(candidate, words), hint: hintOf(candidate, format.day) })),
          { value: 'none', label: 'plans.start_no_directive', hint: 'plans.start_directive_hint' },
        ]}
      />
      {offered.length < directives.length && (
        <div>
          <Button kind="ghost" label={['plans.start_older', { n: directives.length - offered.length }]} onClick={() => setAll(true)} />
        </div>
      )}
      <Select label="plans.start_year" value={String(year)} onChange={(value) => setYear(Number(value))} choices={yearsAround(year).map((value) => ({ value: String(value), text: String(value) }))} />
      <RadioCards
        legend="plans.start_from"
        value={from}
        onChange={setFrom}
        choices={[
          ...(directive ? [{ value: 'superior' as const, label: 'plans.start_from_superior' as const, hint: 'plans.start_from_superior_hint' as const }] : []),
          ...(reusable.length > 0 ? [{ value: 'last_year' as const, label: 'plans.start_from_last_year' as const, hint: 'plans.start_from_last_year_hint' as const }] : []),
          { value: 'template', label: 'plans.start_from_template', hint: 'plans.start_from_template_hint' },
          { value: 'empty', label: 'plans.start_from_empty', hint: 'plans.start_from_empty_hint' },
        ]}
      />
      {from === 'last_year' && (
        <Select
          label="plans.start_last_plan"
          value={lastPlanId}
          onChange={setLastPlanId}
          choices={reusable.map((plan) => ({ value: plan.id, text: `${plan.year} – ${plan.title}` }))}
        />
      )}
      {start.error && <ErrorNote error={start.error} />}
      <div>
        <Button type="submit" label="plans.start_go" busy={start.isPending} />
      </div>
    </form>
  )
}

/** The years that a plan is written for: this one and its neighbours, and the one that the superior names. */
function yearsAround(year: number): number[] {
  const now = Number(today().slice(0, 4))
  return [...new Set([now - 1, now, now + 1, year])].sort((a, b) => a - b)
}

function lineOf(directive: DirectiveSummary, { t }: Translator): string {
  return t(['plans.directive_line', { number: directive.numberText ?? '…', issuer: directive.unitName }])
}

function hintOf({ title, points, issuedOn }: DirectiveSummary, day: (day: string) => string): Words {
  return issuedOn ? ['plans.directive_hint', { title, points, day: day(issuedOn) }] : ['plans.directive_hint_no_day', { title, points }]
}
