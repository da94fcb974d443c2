import { mkdirSync } from 'node:fs'
import { say } from '#platform/cli/command.ts'
import { parseConfig } from '#platform/config.ts'
import { openGround, type Ground } from './start.ts'

/** Opens the database for one command, brings it up to date, and closes it whatever happens. */
export async function withGround<T>(use: (ground: Ground) => Promise<T>): Promise<T> {
  const config = parseConfig(process.env, process.cwd())
  mkdirSync(config.dataDir, { recursive: true })
  const ground = await openGround(config, say)
  try {
    return await use(ground)
  } finally {
    await ground.close()
  }
}
