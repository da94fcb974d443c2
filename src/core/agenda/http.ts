import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { grantsOf } from '#core/access/store.ts'
import { tokenHash } from '#core/access/token.ts'
import type { AccessDb } from '#core/access/tables.ts'
import type { Services } from '#core/services.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import type { Operation } from '#platform/operation.ts'
import type { AgendaEntry } from './contract.ts'
import words from './i18n/vi.json' with { type: 'json' }
import { toIcs } from './model/to-ics.ts'
import { feedByToken, markRead, type FeedOwner } from './store.ts'
import type { AgendaDb } from './tables.ts'

/** Days that a feed looks back and ahead. */
const BACK = 62
const AHEAD = 366

const accessTables = tablesOf<AccessDb>()

/** For the description of the API. */
export const agendaPlainRoutes: readonly PlainRoute[] = [
  {
    name: 'agenda.downloadFeed',
    route: 'GET /ics/:file',
    permission: 'public',
    summary: 'The calendar of whoever made the secret address, for phones and other calendars',
    input: z.object({ file: z.string() }),
    answer: { mediaTypes: ['text/calendar'] },
  },
]

/** `GET /ics/<secret>.ics`: the calendar of the person whom the secret belongs to, for phones and other calendars. */
export function feedRoute(listAgenda: Operation<Request>) {
  return (app: FastifyInstance, services: Services): void => {
    app.get<{ Params: { file: string } }>('/ics/:file', { logLevel: 'silent' }, async (http, reply) => {
      const base = services.systemRequest()
      const feed = await ownerOfFeed(base, http.params.file)
      if (!feed) throw new AppError('not_found', 'agenda.no_feed')
      const today = dayOf(base.now)
      const actor = { accountId: feed.accountId, personId: feed.personId, sessionId: feed.id, grants: feed.grants }
      const span = { unitId: feed.unitId, from: addDays(today, -BACK), to: addDays(today, AHEAD) }
      const entries = (await listAgenda.run({ ...base, actor }, span)) as readonly AgendaEntry[]
      const shown = feed.scope === 'unit' ? entries : entries.filter(({ isMine, kind }) => isMine || kind === 'observance' || kind === 'deadline')
      const ics = toIcs({ name: words[`agenda.feed_name_${feed.scope}`], publicUrl: services.config.publicUrl, at: base.now }, shown)
      return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, max-age=900').send(ics)
    })
  }
}

type Feed = FeedOwner & { readonly grants: Awaited<ReturnType<typeof grantsOf>> }

/** Reads in the program's own role: whoever fetches a feed is not signed in, the secret alone says who it is. */
function ownerOfFeed(request: Request, file: string): Promise<Feed | null> {
  return asSystem<AgendaDb, Feed | null>(request, async (tx) => {
    const feed = await feedByToken(tx, tokenHash(file.replace(/\.ics$/, '')))
    if (!feed) return null
    await markRead(tx, feed.id, request.now)
    return { ...feed, grants: await grantsOf(accessTables(tx), feed.accountId, dayOf(request.now)) }
  })
}
