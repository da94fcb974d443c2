import { createContext, type ReactNode, useContext } from 'react'
import { useFormat } from '#platform/web/format.ts'
import { useWords } from '#platform/web/words.ts'
import { DOUBTFUL, type FoundField } from '../model/doubtful.ts'
import { PagePlace } from './page-place.tsx'

/** Where each field of the reading stands in its file; empty for what a person wrote. */
export const Evidence = createContext<ReadonlyMap<string, FoundField>>(new Map())

/** A field with where it was found: page, line, the words there, how sure the reader is. */
export function Proved({ field, children }: { field: string; children: ReactNode }) {
  const found = useContext(Evidence).get(field)
  return (
    <div className="proved" data-field={field}>
      {children}
      {found && <Proof found={found} />}
    </div>
  )
}

function Proof({ found }: { found: FoundField }) {
  const { t } = useWords()
  const format = useFormat()
  const { confidence, words } = found
  const sure = t('documents.proof_sure', { share: format.share(confidence, 0) })
  return (
    <p className={confidence < DOUBTFUL ? 'proof proof-doubtful' : 'proof'}>
      {found.page !== null && found.box !== null && <PagePlace box={found.box} />}
      <span>
        {words === null ? t('documents.proof_absent') : `${t(placeOf(found))}: `}
        {words !== null && <q lang="vi">{words}</q>} · {sure}
      </span>
    </p>
  )
}

/** “Trang 1, dòng 4”; of a file without pages the line or paragraph alone. */
export function placeOf({ page, line }: FoundField): ['documents.proof_page', { page: number; line: number }] | ['documents.proof_line', { line: number }] {
  return page === null ? ['documents.proof_line', { line: line ?? 0 }] : ['documents.proof_page', { page, line: line ?? 0 }]
}
