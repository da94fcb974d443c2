import type { Module } from '#core/module.ts'
import { documentPlainRoutes, documentRoutes } from './http.ts'
import { documentJobs, QUEUES } from './jobs.ts'
import approveDocument from './operations/approve-document.ts'
import changeEntry from './operations/change-entry.ts'
import changeForm from './operations/change-form.ts'
import changeSeries from './operations/change-series.ts'
import confirmReading from './operations/confirm-reading.ts'
import correctReading from './operations/correct-reading.ts'
import createDraft from './operations/create-draft.ts'
import discardDocument from './operations/discard-document.ts'
import exportRegister from './operations/export-register.ts'
import getDocument from './operations/get-document.ts'
import getFile from './operations/get-file.ts'
import getForm from './operations/get-form.ts'
import getSeries from './operations/get-series.ts'
import issueDocument from './operations/issue-document.ts'
import linkCitation from './operations/link-citation.ts'
import linkDocuments from './operations/link-documents.ts'
import listCitations from './operations/list-citations.ts'
import listDocuments from './operations/list-documents.ts'
import listRecipients from './operations/list-recipients.ts'
import listTrusted from './operations/list-trusted.ts'
import markSeen from './operations/mark-seen.ts'
import numberDocument from './operations/number-document.ts'
import prepareUpload from './operations/prepare-upload.ts'
import removeTrusted from './operations/remove-trusted.ts'
import reserveNumber from './operations/reserve-number.ts'
import returnDocument from './operations/return-document.ts'
import submitDocument from './operations/submit-document.ts'
import withdrawDocument from './operations/withdraw-document.ts'
import { permissions } from './policy.ts'
import { documentTodos } from './todos.ts'

/** What takes files in is not listed: only the upload routes, which have seen the bytes, call it. */
export const documents: Module = {
  name: 'documents',
  title: 'Văn bản',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'audit', 'files', 'access', 'citations'],
  permissions,
  operations: [
    listDocuments,
    getDocument,
    getFile,
    prepareUpload,
    correctReading,
    confirmReading,
    createDraft,
    discardDocument,
    submitDocument,
    approveDocument,
    returnDocument,
    numberDocument,
    reserveNumber,
    issueDocument,
    withdrawDocument,
    linkDocuments,
    linkCitation,
    listCitations,
    changeEntry,
    markSeen,
    getSeries,
    changeSeries,
    getForm,
    changeForm,
    exportRegister,
    listRecipients,
    listTrusted,
    removeTrusted,
  ],
  queues: QUEUES,
  jobs: documentJobs,
  subscriptions: [{ event: 'documents.signed', queue: 'documents.deliverSigned' }],
  todos: documentTodos,
  http: documentRoutes,
  plainRoutes: documentPlainRoutes,
}
