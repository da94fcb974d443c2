import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Request } from '#core/access/request.ts'
import { cleanPicture } from '#core/records/picture.ts'
import type { Services } from '#core/services.ts'
import { routeOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { FileStore } from '#platform/files/store.ts'
import { parseInput } from '#platform/operation.ts'
import attachUpload from './operations/attach-upload.ts'
import readUpload from './operations/read-upload.ts'
import { AttachInput, attachUpload as attachContract } from './upload-contract.ts'

interface Place {
  readonly unitId: string
  readonly recordId: string
  readonly uploadId: string
}

/** Pictures that a device has sent in parts become evidence: cleaned as any other, then tied to their activity. */
export function uploadRoutes(app: FastifyInstance, services: Services, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  app.post<{ Params: Place }>(routeOf(attachContract.route).path, async (http, reply) => {
    const request = await requestOf(http)
    const about = parseInput(AttachInput, http.body)
    const { content } = await readUpload.run(request, http.params)
    reply.header('cache-control', 'no-store')
    // it was attached already, and only the answer got lost
    if (content === null) return reply.send({ evidenceId: http.params.uploadId })
    const { takenOn, hashes, ...stored } = await cleaned(services, content)
    return reply.send(await attachUpload.run(request, { ...http.params, ...about, ...stored, hashes: [...hashes], takenOn: takenOn ?? about.takenOn }))
  })
}

/** @throws AppError `invalid` `activities.no_picture` for bytes that are no picture */
async function cleaned({ files, config }: Services, content: Uint8Array) {
  const staged = await files.stage(Readable.from([Buffer.from(content)]), config.uploadLimitBytes)
  try {
    const picture = await cleanPicture(staged.path)
    if (!picture) throw new AppError('invalid', 'activities.no_picture')
    return { takenOn: picture.takenOn, hashes: picture.hashes, picture: await keep(files, picture.bytes), thumbnail: await keep(files, picture.thumbnail) }
  } finally {
    await staged.drop()
  }
}

function keep(files: FileStore, bytes: Buffer) {
  return files.write(Readable.from([bytes]), bytes.length)
}
