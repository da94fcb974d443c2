import { Button } from './button.tsx'
import { useWords } from './words.ts'

export interface PaginationProps {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

/** Nothing when everything fits on one page. */
export function Pagination({ page, pageSize, total, onPage }: PaginationProps) {
  const { t } = useWords()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (pages === 1) return null
  return (
    <nav className="pager" aria-label={t('kit.pages')}>
      <Button kind="secondary" small icon="left" label="kit.previous_page" disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <span aria-live="polite">{t('kit.page_of', { page, pages })}</span>
      <Button kind="secondary" small icon="right" label="kit.next_page" disabled={page >= pages} onClick={() => onPage(page + 1)} />
      <span className="hint">{t('kit.rows_of', { from: (page - 1) * pageSize + 1, to: Math.min(total, page * pageSize), total })}</span>
    </nav>
  )
}
