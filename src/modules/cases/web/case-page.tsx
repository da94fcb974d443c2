import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { useFormat } from '#platform/web/format.ts'
import { useParam } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { ReasonDialog } from '#platform/web/reason-dialog.tsx'
import { SplitPane } from '#platform/web/split-pane.tsx'
import { Tag } from '#platform/web/tag.tsx'
import { showToast } from '#platform/web/toasts.tsx'
import { useWords } from '#platform/web/words.ts'
import { closeCase, readCase, sendBack, type CaseView } from '../contract.ts'
import { caseFactsOf } from '../model/case-facts.ts'
import { OPEN_MS } from '../model/passphrase.ts'
import { CaseAside } from './case-aside.tsx'
import { CaseGuide } from './case-guide.tsx'
import { CaseMessages } from './case-messages.tsx'
import { CaseReport } from './case-report.tsx'
import { CaseSteps } from './case-steps.tsx'
import { StateTag } from './case-words.tsx'
import { asksForKey, KeyNeeded, lacksKey, OpenKey } from './open-key.tsx'

/** What is read here is read once, and forgotten with the screen. */
export default function CasePage() {
  const caseId = useParam('caseId')
  const { t } = useWords()
  const read = useOperation(readCase, { caseId }, { readOnce: true })
  if (read.data === undefined && (asksForKey(read.error) || lacksKey(read.error))) {
    return (
      <>
        <PageHead title="cases.title" trail={[{ to: '/viec-rieng', text: t('cases.title') }]} />
        {lacksKey(read.error) ? <KeyNeeded /> : <OpenKey onOpened={() => void read.refetch()} />}
      </>
    )
  }
  return <OperationView read={read}>{(view) => <ForAWhile><OneCase view={view} /></ForAWhile>}</OperationView>
}

/** What stands open on a screen is covered after as long as a password holds; what was typed stays. */
function ForAWhile({ children }: { children: ReactNode }) {
  const [isCovered, setCovered] = useState(false)
  useEffect(() => {
    if (isCovered) return
    const timer = setTimeout(() => setCovered(true), OPEN_MS)
    return () => clearTimeout(timer)
  }, [isCovered])
  return (
    <>
      {isCovered && <OpenKey onOpened={() => setCovered(false)} />}
      <div hidden={isCovered}>{children}</div>
    </>
  )
}

function OneCase({ view }: { view: CaseView }) {
  const { t } = useWords()
  const format = useFormat()
  const { number, year, state, receivedAt, report, canHandle } = view
  const facts = caseFactsOf(view.steps.flatMap(({ body }) => body ?? []))
  return (
    <>
      <PageHead title={['cases.number', { number, year: String(year) }]} trail={[{ to: '/viec-rieng', text: t('cases.title') }]} />
      <p className="row row-center">
        {facts.level && <Tag tone={facts.level === 'watch' ? 'info' : 'bad'} label={`cases.level_${facts.level}`} />}
        <StateTag state={state} />
        {report.danger === 'yes' && <Tag tone="bad" label="cases.danger_now" />}
        <span>
          {t(['cases.received_at', { at: format.instant(receivedAt) }])} · {t(report.name || report.contact ? 'cases.with_contact' : 'cases.anonymous')}
        </span>
      </p>
      <SplitPane
        label="cases.parts"
        main={{
          label: 'cases.part_case',
          content: (
            <div className="stack">
              {view.canSupervise && state === 'closing' && <Decision view={view} />}
              <CaseReport view={view} />
              <CaseGuide facts={facts} clocks={view.clocks} />
              <CaseSteps view={view} />
              {view.channel === 'web' && <CaseMessages view={view} canWrite={canHandle} />}
            </div>
          ),
        }}
        aside={{ label: 'cases.part_people', content: <CaseAside view={view} /> }}
      />
    </>
  )
}

/** A supervisor ends the case, or gives it back. */
function Decision({ view: { id: caseId } }: { view: CaseView }) {
  const { t } = useWords()
  const [open, setOpen] = useState<'close' | 'back' | null>(null)
  const done = { invalidate: ['cases'], onDone: () => { setOpen(null); showToast('cases.decided') } }
  const close = useCommand(closeCase, done)
  const back = useCommand(sendBack, done)
  return (
    <section className="card stack">
      <h2>{t('cases.decide_title')}</h2>
      <p>{t('cases.decide_text')}</p>
      <div className="row">
        <Button label="cases.close" icon="check" onClick={() => setOpen('close')} />
        <Button kind="secondary" label="cases.send_back" icon="undo" onClick={() => setOpen('back')} />
      </div>
      {open === 'close' && <ReasonDialog title="cases.close" label="cases.note" action="cases.close" isBusy={close.isPending} error={close.error} onClose={() => setOpen(null)} onDone={(note) => close.mutate({ caseId, note })} />}
      {open === 'back' && <ReasonDialog title="cases.send_back" label="cases.note" action="cases.send_back" isBusy={back.isPending} error={back.error} onClose={() => setOpen(null)} onDone={(note) => back.mutate({ caseId, note })} />}
    </section>
  )
}
