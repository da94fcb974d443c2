import type { Request } from '#core/access/request.ts'
import type { Config } from '#platform/config.ts'
import type { FileStore } from '#platform/files/store.ts'

/** What jobs and routes outside the plain operations work with. */
export interface Services {
  readonly config: Config
  readonly files: FileStore
  /** A request of the program itself, now. */
  systemRequest(): Request
}
