import { newOperationId } from '#platform/web/operation-id.ts'
import type { NewItem } from '#platform/web/outbox/outbox.ts'
import type { OutboxCommand } from '#platform/web/outbox/item.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import { KINDS } from '../../kinds/all.ts'
import { type QuickForm, type QuickPhoto, quickValues } from '../../model/quick.ts'

const SAVE = { name: 'activities.save', route: 'PUT /api/units/:unitId/activities/:recordId' }
const ATTACH = { name: 'activities.attachUpload', route: 'POST /api/units/:unitId/activities/:recordId/uploads/:uploadId' }

/** The form as the outbox sends it: the record, and each picture with what ties it to the record. */
export async function submissionOf(vault: Vault, unitId: string, form: QuickForm): Promise<NewItem> {
  const { recordId, kind, consent } = form
  const input = { unitId, recordId, kind, kindVersion: KINDS.get(kind)?.version ?? 1, revision: 0, state: 'recorded', values: quickValues(form) }
  const command: OutboxCommand = { operationId: newOperationId(), ...SAVE, input }
  const files = await Promise.all(form.photos.map((photo) => fileOf(vault, photo, { unitId, recordId, consent })))
  return { id: recordId, unitId, title: form.title, command, files: files.filter((file) => file !== null) }
}

async function fileOf(vault: Vault, photo: QuickPhoto, about: { unitId: string; recordId: string; consent: boolean }) {
  const { uploadId, takenOn, ...file } = photo
  const content = await vault.bytes(uploadId)
  if (!content) return null
  const attach: OutboxCommand = { operationId: newOperationId(), ...ATTACH, input: { ...about, uploadId, takenOn, peopleShown: about.consent } }
  return { content, attachment: { uploadId, ...file, attach } }
}
