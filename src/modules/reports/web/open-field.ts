import type { ReportView } from '../contract.ts'
import type { ReportEditing } from './use-report-editing.ts'

/** Whether a field may be edited now: of a returned report only those that the return opened. */
export function isOpen(report: ReportView, editing: Pick<ReportEditing, 'isEditable'>, key: string): boolean {
  if (!editing.isEditable) return false
  return report.openFields === null || report.openFields.some((field) => key === field || key.startsWith(`${field}/`) || key.startsWith(`${field}#`))
}
