import approveConsolidation from './approve-consolidation.ts'
import compareTrees from './compare-trees.ts'
import createConsolidation from './create-consolidation.ts'
import discardConsolidation from './discard-consolidation.ts'
import exportBoard from './export-board.ts'
import fillFromConsolidation from './fill-from-consolidation.ts'
import freezeConsolidation from './freeze-consolidation.ts'
import getBoard from './get-board.ts'
import getConsolidation from './get-consolidation.ts'
import issueConsolidation from './issue-consolidation.ts'
import listBoardReports from './list-board-reports.ts'
import listConsolidations from './list-consolidations.ts'
import keepConsolidation from './keep-consolidation.ts'
import listContacts from './list-contacts.ts'
import nextInQueue from './next-in-queue.ts'
import noteContact from './note-contact.ts'
import previewReminder from './preview-reminder.ts'
import printConsolidation from './print-consolidation.ts'
import recomputeConsolidation from './recompute-consolidation.ts'
import remindUnits from './remind-units.ts'
import reopenConsolidation from './reopen-consolidation.ts'
import saveConsolidation from './save-consolidation.ts'

/** What a superior does with its rounds. */
export const boardOperations = [
  getBoard, listBoardReports, exportBoard, nextInQueue, previewReminder, remindUnits, noteContact, listContacts, compareTrees, listConsolidations, createConsolidation,
  recomputeConsolidation, getConsolidation, saveConsolidation, freezeConsolidation, reopenConsolidation, approveConsolidation, issueConsolidation, discardConsolidation,
  fillFromConsolidation, printConsolidation, keepConsolidation,
]
