import { say } from '#platform/cli/command.ts'
import { prepareFolder } from '#platform/cli/files.ts'
import { parseConfig } from '#platform/config.ts'
import { openGround, type Ground } from './start.ts'

/** Opens the database for one command, brings it up to date, and closes it whatever happens. */
export async function withGround<T>(use: (ground: Ground) => Promise<T>): Promise<T> {
  const config = parseConfig(process.env, process.cwd())
  await prepareFolder(config.dataDir)
  const ground = await openGround(config, say)
  try {
    return await use(ground)
  } finally {
    await ground.close()
  }
}
