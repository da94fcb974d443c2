import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { safeParse } from 'zod'
import { asSystem } from '#core/access/operation.ts'
import type { Services } from '#core/services.ts'
import { PROVINCES } from '#core/units/model/provinces.ts'
import { dayOf } from '#platform/clock.ts'
import { AppError, HTTP_STATUS } from '#platform/errors.ts'
import type { Language } from '#platform/i18n/language.ts'
import { formatInstant } from '#platform/i18n/day.ts'
import { compareText } from '#platform/i18n/search.ts'
import { seal, unseal } from '#platform/sealing.ts'
import { helpLineWords } from './help-line-store.ts'
import { bodiesOf, publicUnit, unitsByName, type PublicUnit } from './intake-store.ts'
import { helpLinesOn } from './model/help-lines.ts'
import { readFollowUpCode } from './model/follow-up-code.ts'
import { Report } from './model/report.ts'
import { routeReport, type Body } from './model/routing.ts'
import { limiter, type Limiter } from './limiter-http.ts'
import { REPORTS, TRIES } from './model/token-bucket.ts'
import { addReply, caseOfCode, proofOf, readConversation, sendUp, type Reporting } from './operations/follow-up.ts'
import { receiveReport } from './operations/receive-report.ts'
import { readProof } from './proof-of-time-store.ts'
import { HELP_LINES } from './reference/help-lines.ts'
import { keyOf } from './sealed-store.ts'
import { FILE_LIMIT, FILES, isFormBroken, reportOf, sentBy, valueOf } from './sent-form-http.ts'
import { asIntake } from './store.ts'
import type { CasesDb } from './tables.ts'
import { formPage, type Typed } from './templates/form-page.ts'
import { homePage } from './templates/home-page.ts'
import { PUBLIC_HEADERS, type PageFrame } from './templates/layout.ts'
import { messagesPage, openPage } from './templates/messages-page.ts'
import { checkPage, receiptPage, sentencePage } from './templates/receipt-page.ts'

const BASES = { vi: '/giup-do', en: '/get-help' } as const satisfies Record<Language, string>
const FOUND = 30
const TICKET_MS = 20 * 60_000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const NOBODY: Report['hideFrom'] = { head: false, handlers: [], others: '' }

/** The pages for people in need: no sign-in, no cookie, no log, nothing kept. In Vietnamese and in English. */
export function publicPages(app: FastifyInstance, services: Services): void {
  const mayReport = limiter(REPORTS)
  const mayTry = limiter(TRIES)
  for (const language of ['vi', 'en'] as const) {
    void app.register(async (scope) => {
      await scope.register(multipart, { throwFileSizeLimit: false, limits: { files: FILES, fields: 80, fieldSize: 40_000, fileSize: FILE_LIMIT } })
      register(scope, services, language, mayReport, mayTry)
    })
  }
}

function register(app: FastifyInstance, services: Services, language: Language, mayReport: Limiter, mayTry: Limiter): void {
  const base = BASES[language]
  const words = services.words(language)
  const frameOf = (rest = ''): PageFrame => ({ words, base, otherLanguage: `${BASES[language === 'vi' ? 'en' : 'vi']}${rest}` })
  const send = (reply: FastifyReply, page: string, status = 200) => reply.code(status).headers(PUBLIC_HEADERS).type('text/html; charset=utf-8').send(page)
  const options = { logLevel: 'silent', config: { isAnonymous: true } } as const
  const provinces = Object.entries(PROVINCES).sort(([, a], [, b]) => compareText(a, b))

  const linesOf = async (province: string | null) => {
    const request = services.systemRequest()
    const said = await asSystem<CasesDb, Awaited<ReturnType<typeof helpLineWords>>>(request, (tx) => asIntake(tx, () => helpLineWords(tx)))
    return helpLinesOn(HELP_LINES, said, province, dayOf(request.now))
  }
  const sorry = async (reply: FastifyReply, key: Parameters<typeof words.t>[0], status: number) => send(reply, sentencePage(frameOf(), words.t(key), await linesOf(null)), status)

  // Whatever goes wrong is a page with numbers to call, and leaves no line in a log.
  app.setErrorHandler(async (error, _http, reply) => {
    if (!(error instanceof AppError)) return sorry(reply, 'cases.public_error_failed', isFormBroken(error) ? 400 : 500)
    if (error.code === 'cases.nobody_left') return sorry(reply, 'errors.cases.nobody_left', 409)
    if (error.code.startsWith('cases.key_')) return sorry(reply, 'cases.public_closed', 503)
    return sorry(reply, error.kind === 'not_found' ? 'cases.public_error_not_there' : 'cases.public_error_failed', HTTP_STATUS[error.kind])
  })

  app.get(base, options, async (_http, reply) => send(reply, homePage(frameOf(), { lines: await linesOf(null), provinces, search: null })))

  app.post(base, options, async (http, reply) => {
    const { typed } = await sentBy(http)
    const name = valueOf(typed, 'name').slice(0, 100)
    const province = valueOf(typed, 'province')
    const provinceId = province in PROVINCES ? province : null
    const request = services.systemRequest()
    const found = await asSystem<CasesDb, PublicUnit[]>(request, (tx) => unitsByName(tx, { phrase: name, provinceId, today: dayOf(request.now), limit: FOUND + 1 }))
    const search = { name, province, units: found.slice(0, FOUND), hasMore: found.length > FOUND }
    return send(reply, homePage(frameOf(), { lines: await linesOf(provinceId), provinces, search }))
  })

  app.get(`${base}/kiem-tra`, options, async (_http, reply) => send(reply, checkPage(frameOf('/kiem-tra'), '', null)))

  app.post(`${base}/kiem-tra`, options, async (http, reply) => {
    const typed = valueOf((await sentBy(http)).typed, 'proof').slice(0, 2_000)
    const request = services.systemRequest()
    const proof = readProof(keyOf(request.vault), typed)
    const unit = proof && (await asSystem<CasesDb, PublicUnit | null>(request, (tx) => publicUnit(tx, proof.unitId, dayOf(request.now))))
    return send(reply, checkPage(frameOf('/kiem-tra'), typed, proof ? words.t(['cases.public_check_right', { unit: unit?.name ?? '', at: formatInstant(proof.at) }]) : words.t('cases.public_check_wrong')))
  })

  app.get(`${base}/tra-loi`, options, async (_http, reply) => send(reply, openPage(frameOf('/tra-loi'), null)))

  app.post(`${base}/tra-loi`, options, async (http, reply) => {
    const { typed } = await sentBy(http)
    const request = services.systemRequest()
    const given = readFollowUpCode({ code: valueOf(typed, 'code'), secret: valueOf(typed, 'secret') })
    if (given && !mayTry(given.code)) return send(reply, openPage(frameOf('/tra-loi'), words.t('cases.public_open_busy')), 429)
    const reporting = given && (await caseOfCode(request, given))
    if (!reporting) return send(reply, openPage(frameOf('/tra-loi'), words.t('cases.public_open_wrong')), 422)
    return send(reply, messagesPage(frameOf('/tra-loi'), await readConversation(request, reporting), ticketFor(services, reporting)))
  })

  app.post(`${base}/nhan-them`, options, async (http, reply) => {
    const { typed } = await sentBy(http)
    const reporting = caseOfTicket(services, valueOf(typed, 'ticket'))
    if (!reporting) return send(reply, openPage(frameOf('/tra-loi'), words.t('cases.public_ended')), 422)
    const text = valueOf(typed, 'text').trim().normalize('NFC').slice(0, 5_000)
    const request = services.systemRequest()
    if (!mayTry(`reply ${reporting.caseId}`)) return sorry(reply, 'cases.public_error_busy', 429)
    if (text) await addReply(request, reporting, text)
    return send(reply, messagesPage(frameOf('/tra-loi'), await readConversation(request, reporting), ticketFor(services, reporting)))
  })

  app.post(`${base}/len-tren`, options, async (http, reply) => {
    const { typed } = await sentBy(http)
    const reporting = caseOfTicket(services, valueOf(typed, 'ticket'))
    if (!reporting) return send(reply, openPage(frameOf('/tra-loi'), words.t('cases.public_ended')), 422)
    const request = services.systemRequest()
    await sendUp(request, reporting)
    return send(reply, messagesPage(frameOf('/tra-loi'), await readConversation(request, reporting), ticketFor(services, reporting)))
  })

  interface Door {
    readonly unit: PublicUnit
    readonly bodies: readonly Body[]
    /** Null: nobody there, nor above, takes reports. */
    readonly goesTo: string | null
    readonly goesToName: string
  }
  const doorOf = (unitId: string) => {
    if (!UUID.test(unitId)) throw new AppError('not_found', 'cases.not_found')
    const request = services.systemRequest()
    return asSystem<CasesDb, Door>(request, async (tx) => {
      const today = dayOf(request.now)
      const unit = await publicUnit(tx, unitId, today)
      if (!unit) throw new AppError('not_found', 'cases.not_found')
      const bodies = await bodiesOf(tx, unitId, today)
      const goesTo = request.vault.key ? (routeReport(bodies, NOBODY)?.unitId ?? null) : null
      return { unit, bodies, goesTo, goesToName: goesTo === null ? '' : ((await publicUnit(tx, goesTo, today))?.name ?? '') }
    })
  }
  const showForm = async (reply: FastifyReply, door: Door, typed: Typed, fault: string | null, status = 200) => {
    const lines = await linesOf(door.unit.provinceId)
    if (door.goesTo === null) return send(reply, sentencePage(frameOf(), words.t('cases.public_closed'), lines), status)
    const handlers = door.bodies[0]!.people.filter(({ isHandler }) => isHandler)
    const formId = UUID.test(valueOf(typed, 'form')) ? valueOf(typed, 'form') : randomUUID()
    const { unit, goesTo, goesToName } = door
    return send(reply, formPage(frameOf(`/${unit.id}`), { unitId: unit.id, unitName: unit.name, bodyName: goesTo === unit.id ? null : goesToName, handlers, lines, formId, typed, fault }), status)
  }

  app.get<{ Params: { unitId: string } }>(`${base}/:unitId`, options, async (http, reply) => showForm(reply, await doorOf(http.params.unitId), {}, null))

  app.post<{ Params: { unitId: string } }>(`${base}/:unitId`, options, async (http, reply) => {
    const door = await doorOf(http.params.unitId)
    const { typed, files, isTooLarge } = await sentBy(http)
    const say = (key: 'error_happening' | 'error_too_large' | 'error_busy', status: number) => showForm(reply, door, typed, words.t(`cases.public_${key}`), status)
    if (door.goesTo === null) return showForm(reply, door, typed, null)
    if (isTooLarge) return say('error_too_large', 413)
    const parsed = safeParse(Report, reportOf(typed, language))
    if (!parsed.success || !UUID.test(valueOf(typed, 'form'))) return say('error_happening', 422)
    if (!mayReport(http.ip)) return say('error_busy', 429)
    const request = services.systemRequest()
    const followUp = await receiveReport(request, { unitId: door.unit.id, formId: valueOf(typed, 'form'), report: parsed.data, files })
    return send(reply, receiptPage(frameOf(), followUp, request.now, await proofOf(request, followUp), await linesOf(door.unit.provinceId)))
  })
}

/** Opens a conversation for twenty minutes, without the secret standing in the page. */
function ticketFor(services: Services, { caseId, toldKey }: Reporting): string {
  const { vault, now } = services.systemRequest()
  if (!vault.key) return ''
  const ticket = { caseId, key: toldKey.toString('base64'), until: now.getTime() + TICKET_MS }
  return seal(vault.key.derive('cases ticket'), Buffer.from(JSON.stringify(ticket)), 'ticket').toString('base64url')
}

function caseOfTicket(services: Services, ticket: string): Reporting | null {
  const { vault, now } = services.systemRequest()
  if (!vault.key) return null
  try {
    const { caseId, key, until } = JSON.parse(unseal(vault.key.derive('cases ticket'), Buffer.from(ticket, 'base64url'), 'ticket').toString()) as { caseId: string; key: string; until: number }
    return now.getTime() < until ? { caseId, toldKey: Buffer.from(key, 'base64') } : null
  } catch {
    return null
  }
}
