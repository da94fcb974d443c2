import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createEngines } from '#app/engines.ts'
import { translatorOf } from '#app/sentences.ts'
import type { Services } from '#core/services.ts'
import { parseConfig } from '#platform/config.ts'
import { examineFile } from '#platform/files/examine.ts'
import { createDiskStore } from '#platform/files/store.ts'
import { createMailer } from '#platform/mail.ts'
import type { World } from './world.ts'

/** What jobs and routes work with, over a world: files in a folder of their own, the real reader and writer. */
export function testServices(world: World, env: Readonly<Record<string, string>> = {}): Services {
  const folder = mkdtempSync(join(tmpdir(), 'songhanh-files-'))
  const engines = createEngines()
  afterAll(async () => {
    await engines[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })
  const config = parseConfig({ SONGHANH_DATA: folder, SONGHANH_LOG: 'error', SONGHANH_SECOND_FACTOR: 'optional', ...env }, folder)
  const mailer = config.mail && createMailer(config.mail)
  afterAll(() => mailer?.close())
  return {
    config,
    mailer,
    vault: world.as(null).vault,
    words: translatorOf,
    files: createDiskStore(join(folder, 'files'), (path) => examineFile(path, null)),
    reader: engines.reader,
    writer: engines.writer,
    systemRequest: () => world.as(null),
  }
}

/** Runs every job of every module that is queued, and what they queue. */
export function drainJobs(world: World, services: Services): Promise<void> {
  return world.jobs.drain(world.product.modules.flatMap((module) => module.jobs?.(services) ?? []))
}
