import { sql } from 'kysely'
import { openGround } from '#app/start.ts'
import { parseConfig } from '#platform/config.ts'

// Ends every session on the data folder of a running program (SONGHANH_DATA), as time does.

const ground = await openGround(parseConfig(process.env, process.cwd()), () => undefined)
try {
  await sql`delete from access.session`.execute(ground.db)
} finally {
  await ground.close()
}
