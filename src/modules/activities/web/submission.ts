import { newOperationId } from '#platform/web/operation-id.ts'
import type { OutboxCommand, OutboxItem } from '#platform/web/outbox/item.ts'
import type { NewItem } from '#platform/web/outbox/outbox.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import type { Attendee, RecordValues } from '#core/records/model/record.ts'
import { photosOf, type QuickForm, type QuickPhoto, quickValues } from '../model/quick.ts'
import { quickKind } from './quick/quick-kinds.ts'

const SAVE = { name: 'activities.save', route: 'PUT /api/units/:unitId/activities/:recordId' }
const ATTACH = { name: 'activities.attachUpload', route: 'POST /api/units/:unitId/activities/:recordId/uploads/:uploadId' }

/** A save of an activity, as `activities.save` takes it. */
export interface SaveInput {
  readonly unitId: string
  readonly recordId: string
  readonly kind: string
  readonly kindVersion: number
  readonly revision: number
  readonly state: 'draft' | 'recorded'
  readonly values: RecordValues
  readonly attendance?: readonly Attendee[]
  readonly reason?: string
}

export function saveCommand(input: SaveInput): OutboxCommand {
  return { operationId: newOperationId(), ...SAVE, input: { ...input } }
}

/** The newest edit of a record that waits on this device; null where the server has them all. */
export function unsentEdit(item: OutboxItem | null): SaveInput | null {
  const command = item?.next ?? (item?.isSaved ? null : item?.command)
  return command?.name === SAVE.name ? (command.input as unknown as SaveInput) : null
}

/** The short form as the outbox sends it: the record, and each picture with what ties it to the record. */
export async function submissionOf(vault: Vault, unitId: string, form: QuickForm): Promise<NewItem> {
  const { recordId, consent } = form
  const kind = quickKind(form.kind)
  const command = saveCommand({ unitId, recordId, kind: kind.code, kindVersion: kind.version, revision: 0, state: 'recorded', values: quickValues(form, kind) })
  const files = await Promise.all(photosOf(form, kind).map((photo) => fileOf(vault, photo, { unitId, recordId, consent })))
  return { id: recordId, unitId, title: form.title, command, files: files.filter((file) => file !== null) }
}

interface About {
  readonly unitId: string
  readonly recordId: string
  readonly consent: boolean
}

async function fileOf(vault: Vault, photo: QuickPhoto, about: About) {
  const content = await vault.bytes(photo.uploadId)
  return content && pictureFile(photo, content, about)
}

/** A picture with what ties it to its record. */
export function pictureFile({ uploadId, takenOn, ...file }: QuickPhoto, content: Uint8Array<ArrayBuffer>, about: About): NewItem['files'][number] {
  const attach: OutboxCommand = { operationId: newOperationId(), ...ATTACH, input: { ...about, uploadId, takenOn, peopleShown: about.consent } }
  return { content, attachment: { uploadId, ...file, attach } }
}
