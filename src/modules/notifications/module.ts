import type { Module } from '#core/module.ts'
import { notificationJobs, notificationQueues } from './jobs.ts'
import countUnread from './operations/count-unread.ts'
import getPreferences from './operations/get-preferences.ts'
import listMails from './operations/list-mails.ts'
import listMessages from './operations/list-messages.ts'
import markRead from './operations/mark-read.ts'
import markTold from './operations/mark-told.ts'
import retryMail from './operations/retry-mail.ts'
import savePreferences from './operations/save-preferences.ts'

export const notifications: Module = {
  name: 'notifications',
  title: 'Thông báo',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'access'],
  permissions: {
    'notifications.manageMails': { own: ['administrator', 'principal'] },
  },
  operations: [listMessages, countUnread, markRead, getPreferences, savePreferences, listMails, retryMail, markTold],
  queues: notificationQueues,
  jobs: notificationJobs,
}
