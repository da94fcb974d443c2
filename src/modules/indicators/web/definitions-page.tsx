import './indicators.css'
import { useState } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { Button } from '#platform/web/button.tsx'
import { ErrorNote } from '#platform/web/error-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useCommand, useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Table } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import type { DefinitionView } from '../contract.ts'
import { listDefinitions, withdrawDefinition } from '../definition-contract.ts'
import { DefinitionForm } from './definition-form.tsx'
import { useFigureWords } from './indicator-words.tsx'

/** The indicators in force, and those that this body made. */
export default function DefinitionsPage() {
  const { active } = useSession()
  const { t } = useWords()
  const words = useFigureWords()
  const format = useFormat()
  const read = useOperation(listDefinitions, { unitId: active.unitId })
  const withdraw = useCommand(withdrawDefinition, { invalidate: ['indicators'] })
  const [edited, setEdited] = useState<DefinitionView | 'new' | null>(null)
  return (
    <>
      <PageHead
        title="indicators.define_title"
        trail={[{ to: '/chi-tieu', text: t('indicators.back') }]}
        actions={read.data?.canDefine && edited === null && <Button icon="plus" label="indicators.define_new" onClick={() => setEdited('new')} />}
      />
      <OperationView read={read} rows={6}>
        {(data) =>
          edited !== null ? (
            <DefinitionForm unitId={active.unitId} from={edited === 'new' ? null : edited} measures={data.measures} onClose={() => setEdited(null)} />
          ) : (
            <div className="stack">
              <p>{t('indicators.define_intro')}</p>
              <ErrorNote error={withdraw.error} />
              {data.own.length > 0 && (
                <Table
                  caption="indicators.define_own"
                  cards
                  columns={[
                    { key: 'name', header: 'indicators.column_indicator', isName: true, cell: (row) => `${row.code} ${words.name(row.name)}` },
                    { key: 'version', header: 'indicators.definition', cell: (row) => t(['indicators.definition_version', { version: String(row.version), day: format.day(row.validFrom) }]) },
                    {
                      key: 'end',
                      header: 'indicators.column_state',
                      cell: (row) =>
                        row.withdrawnOn ? (
                          t(['indicators.define_withdrawn', { day: format.day(row.withdrawnOn) }])
                        ) : (
                          <Button small kind="ghost-danger" label="indicators.define_withdraw" aria-label={`${t('indicators.define_withdraw')} ${row.code}`} onClick={() => withdraw.mutate({ unitId: active.unitId, code: row.code })} />
                        ),
                    },
                  ]}
                  rows={data.own}
                  keyOf={(row) => row.id}
                />
              )}
              <Table
                caption="indicators.define_all"
                cards
                columns={[
                  { key: 'name', header: 'indicators.column_indicator', isName: true, cell: (row) => `${row.code} ${words.name(row.name)}` },
                  { key: 'formula', header: 'indicators.define_formula', cell: (row) => <code>{row.formula.length > 120 ? `${row.formula.slice(0, 118)}…` : row.formula}</code> },
                  { key: 'made', header: 'indicators.define_column_made', cell: (row) => row.ownerName ?? t('indicators.definition_catalogue') },
                  {
                    key: 'replace',
                    header: 'indicators.define_replace',
                    cell: (row) => data.canDefine && <Button small kind="secondary" label="indicators.define_replace" aria-label={`${t('indicators.define_replace')} ${row.code}`} onClick={() => setEdited(row)} />,
                  },
                ]}
                rows={data.definitions}
                keyOf={(row) => row.code}
              />
            </div>
          )
        }
      </OperationView>
    </>
  )
}
