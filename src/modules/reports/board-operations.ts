import approveConsolidation from './operations/approve-consolidation.ts'
import compareTrees from './operations/compare-trees.ts'
import createConsolidation from './operations/create-consolidation.ts'
import discardConsolidation from './operations/discard-consolidation.ts'
import exportBoard from './operations/export-board.ts'
import fillFromConsolidation from './operations/fill-from-consolidation.ts'
import freezeConsolidation from './operations/freeze-consolidation.ts'
import getBoard from './operations/get-board.ts'
import getConsolidation from './operations/get-consolidation.ts'
import issueConsolidation from './operations/issue-consolidation.ts'
import listBoardReports from './operations/list-board-reports.ts'
import listConsolidations from './operations/list-consolidations.ts'
import listContacts from './operations/list-contacts.ts'
import nextInQueue from './operations/next-in-queue.ts'
import noteContact from './operations/note-contact.ts'
import previewReminder from './operations/preview-reminder.ts'
import printConsolidation from './operations/print-consolidation.ts'
import recomputeConsolidation from './operations/recompute-consolidation.ts'
import remindUnits from './operations/remind-units.ts'
import reopenConsolidation from './operations/reopen-consolidation.ts'
import saveConsolidation from './operations/save-consolidation.ts'

/** What a superior does with its rounds. */
export const boardOperations = [
  getBoard, listBoardReports, exportBoard, nextInQueue, previewReminder, remindUnits, noteContact, listContacts, compareTrees, listConsolidations, createConsolidation,
  recomputeConsolidation, getConsolidation, saveConsolidation, freezeConsolidation, reopenConsolidation, approveConsolidation, issueConsolidation, discardConsolidation,
  fillFromConsolidation, printConsolidation,
]
