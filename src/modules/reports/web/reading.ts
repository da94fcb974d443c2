import type { ReportEditing } from './use-report-editing.ts'

/** For who only reads: nothing is typed here. */
export const READING: ReportEditing = {
  isEditable: false,
  valueOf: () => null,
  set: () => undefined,
  save: { state: 'clean' },
  refusal: null,
  conflicts: [],
  dismiss: () => undefined,
  flush: async () => true,
  unsaved: [],
  restore: () => undefined,
}
