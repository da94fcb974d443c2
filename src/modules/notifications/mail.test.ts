import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem, commandFor } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import type { Services } from '#core/services.ts'
import { contract } from '#platform/contract.ts'
import { testServices } from '#testing/services.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import * as z from 'zod/mini'
import { sendDue } from './jobs.ts'
import listMails from './operations/list-mails.ts'
import listMessages from './operations/list-messages.ts'
import markRead from './operations/mark-read.ts'
import markTold from './operations/mark-told.ts'
import retryMail from './operations/retry-mail.ts'
import savePreferences from './operations/save-preferences.ts'
import { notify, type Notice } from './public.ts'

// Against a real mail server: a process of its own that listens on 127.0.0.1 and says what it took.

interface Taken {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

interface Server {
  readonly port: number
  readonly process: ChildProcess
  readonly taken: Taken[]
  /** refuse-all: 451 to everything; drop: takes the mail and dies before it answers; normal. */
  behave(how: 'normal' | 'busy' | 'drop'): Promise<void>
}

let world: World
let school: string
let head: Actor
let teacher: Actor
let server: Server
let services: Services
let offline: Services

const MORNING = new Date('2026-03-02T03:00:00Z')

beforeAll(async () => {
  world = await aWorld(MORNING)
  server = await startServer()
  services = testServices(world, { SONGHANH_SMTP_URL: `smtp://127.0.0.1:${server.port}`, SONGHANH_MAIL_FROM: 'Song Hành <songhanh@songmo.example.vn>', SONGHANH_URL: 'https://songhanh.songmo.example.vn' })
  offline = testServices(world)
}, 60_000)

afterAll(() => {
  server.process.kill()
})

beforeEach(async () => {
  world.now = MORNING
  const sector = await aSector(world)
  school = sector.highSchool
  head = await world.person(school, ['principal'], { name: 'Lê Thị Hà' })
  teacher = await world.person(school, ['teacher'], { name: 'Trần Văn Đức' })
  await setEmail(head, `ha.${head.accountId}@songmo.example.vn`)
  await setEmail(teacher, `duc.${teacher.accountId}@songmo.example.vn`)
  await server.behave('normal')
  server.taken.length = 0
})

function setEmail(actor: Actor, email: string | null) {
  return asSystem(world.as(null), (tx) => sql`update people.person set email = ${email} where id = ${actor.personId}`.execute(tx))
}

const telling = commandFor<unknown>()(
  contract({ name: 'probe.tell', route: 'POST /api/probe', permission: 'session', summary: '', input: z.object({ unitId: z.uuid(), notice: z.custom<Notice>(), fail: z._default(z.boolean(), false) }), output: z.object({ told: z.number() }) }),
  async (ctx, { unitId, notice, fail }) => {
    const result = await notify(ctx, notice)
    await ctx.audit({ unitId, action: 'probe.tell', entity: 'x' })
    if (fail) throw new Error('the command fails after it has told')
    return result
  },
)

function tell(notice: Partial<Notice> = {}, fail = false) {
  const whole: Notice = { unitId: school, to: { accountIds: [teacher.accountId] }, topic: 'work', once: 'one', text: { key: 'notifications.title', params: {} }, href: '/phan-cong/1', ...notice }
  return telling.run(world.as(head), { unitId: school, notice: whole, fail })
}

const mailTo = (actor: Actor) => server.taken.filter(({ to }) => to.includes(actor.accountId))
const statesOf = async () => (await listMails.run(world.as(head), { unitId: school })).mails.map(({ state }) => state)

describe('telling somebody', () => {
  it('shows it to them and to nobody else', async () => {
    await tell()
    expect((await listMessages.run(world.as(teacher), {})).messages).toMatchObject([{ textKey: 'notifications.title', href: '/phan-cong/1', isRead: false }])
    expect((await listMessages.run(world.as(head), {})).messages).toEqual([])
  })

  it('of the same occasion happens once, ever', async () => {
    expect(await tell()).toEqual({ told: 1 })
    expect(await tell()).toEqual({ told: 0 })
    expect(await tell({ to: { roles: ['teacher', 'principal'], unitId: school } })).toEqual({ told: 1 })
    expect((await listMessages.run(world.as(teacher), {})).unread).toBe(1)
  })

  it('in a command that fails tells nobody', async () => {
    await expect(tell({ once: 'failing' }, true)).rejects.toThrow('after it has told')
    await sendDue(services)
    expect((await listMessages.run(world.as(teacher), {})).messages).toEqual([])
    expect(mailTo(teacher)).toEqual([])
  })

  it('reaches a superior that the teller does not see', async () => {
    const department = (await world.rows(sql<{ id: string }>`select professional_parent_id as id from units.unit_version where unit_id = ${school}`))[0]!.id
    const officer = await world.person(department, ['department_officer'])
    await tell({ unitId: department, to: { roles: ['department_officer'], unitId: department } })
    expect((await listMessages.run(world.as(officer), {})).unread).toBe(1)
  })

  it('passes over a locked account', async () => {
    await asSystem(world.as(null), (tx) => sql`update access.account set state = 'locked' where id = ${teacher.accountId}`.execute(tx))
    expect(await tell()).toEqual({ told: 0 })
  })
})

describe('mail', () => {
  it('goes out after the commit, in words, with the link', async () => {
    await tell({ dueOn: '2026-03-08' })
    await sendDue(services)
    const [mail] = mailTo(teacher)
    expect(mail!.subject).toBe('[Song Hành] Thông báo')
    expect(mail!.text).toContain('Kính gửi thầy/cô Trần Văn Đức,')
    expect(mail!.text).toContain('- Thông báo (hạn 08/03/2026)')
    expect(mail!.text).toContain('https://songhanh.songmo.example.vn/phan-cong/1')
    expect(await statesOf()).toEqual(['sent'])
  })

  it('speaks the language of the receiver', async () => {
    const { modes } = await savePreferences.run(world.as(teacher), { language: 'en', quietFrom: 0, quietUntil: 0, modes: [] })
    expect(modes).toContainEqual({ topic: 'deadlines', mode: 'daily' })
    await tell()
    await sendDue(services)
    expect(mailTo(teacher)[0]!.text).toContain('Dear thầy/cô Trần Văn Đức,')
  })

  it('is gathered: what is due together is one mail', async () => {
    for (const once of ['a', 'b', 'c']) await tell({ once })
    await sendDue(services)
    expect(mailTo(teacher)).toHaveLength(1)
    expect(mailTo(teacher)[0]!.subject).toBe('[Song Hành] 3 tin mới – Trường THPT Sông Mơ')
  })

  it('of the morning waits for seven', async () => {
    await tell({ topic: 'deadlines' })
    await sendDue(services)
    expect(mailTo(teacher)).toEqual([])
    world.now = new Date('2026-03-02T23:55:00Z')
    await sendDue(services)
    expect(mailTo(teacher)).toEqual([])
    world.now = new Date('2026-03-03T00:00:00Z')
    await sendDue(services)
    expect(mailTo(teacher)).toHaveLength(1)
  })

  it('keeps the quiet hours', async () => {
    world.now = new Date('2026-03-02T15:00:00Z')
    await tell()
    await sendDue(services)
    expect(mailTo(teacher)).toEqual([])
    world.now = new Date('2026-03-02T23:30:00Z')
    await sendDue(services)
    expect(mailTo(teacher)).toHaveLength(1)
  })

  it('that is not wanted is not sent; the message is in the program all the same', async () => {
    await savePreferences.run(world.as(teacher), { language: 'vi', quietFrom: 0, quietUntil: 0, modes: [{ topic: 'work', mode: 'off' }] })
    await tell()
    await sendDue(services)
    expect(mailTo(teacher)).toEqual([])
    expect((await listMessages.run(world.as(teacher), {})).unread).toBe(1)
  })

  it('about deadlines cannot be turned off', async () => {
    const off = { language: 'vi', quietFrom: 0, quietUntil: 0, modes: [{ topic: 'deadlines', mode: 'off' }] }
    await expect(savePreferences.run(world.as(teacher), off)).rejects.toMatchObject({ kind: 'invalid', code: 'notifications.topic_is_binding' })
  })

  it('is not sent twice by two programs at once', async () => {
    await Promise.all([tell({ once: 'x' }), tell({ once: 'y', to: { accountIds: [head.accountId] } })])
    await Promise.all([sendDue(services), sendDue(services), sendDue(services)])
    expect([mailTo(teacher).length, mailTo(head).length]).toEqual([1, 1])
  })
})

describe('a server that does not take mail', () => {
  it('is tried again, later and later, with the same Message-ID', async () => {
    await server.behave('busy')
    await tell()
    await sendDue(services)
    const waiting = (await listMails.run(world.as(head), { unitId: school })).mails[0]!
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(waiting.lastError).toContain('451')
    await server.behave('normal')
    await sendDue(services)
    expect(mailTo(teacher)).toEqual([])
    world.now = new Date(MORNING.getTime() + 61_000)
    await sendDue(services)
    expect(mailTo(teacher)).toHaveLength(1)
  })

  it('is given up after the last attempt, until the administrator tries again', async () => {
    await server.behave('busy')
    await tell()
    for (let attempt = 0; attempt < 10; attempt++) {
      await sendDue(services)
      world.now = new Date(world.now.getTime() + 13 * 3_600_000)
    }
    const [mail] = (await listMails.run(world.as(head), { unitId: school })).mails
    expect(mail).toMatchObject({ state: 'failed', attempts: 8 })
    await server.behave('normal')
    await retryMail.run(world.as(head), { mailId: mail!.id })
    await sendDue(services)
    expect(await statesOf()).toEqual(['sent'])
  })

  it('may break off after it took the mail: the repeat carries the same Message-ID', async () => {
    await server.behave('drop')
    await tell()
    await sendDue(services)
    await server.behave('normal')
    world.now = new Date(MORNING.getTime() + 61_000)
    await sendDue(services)
    const ids = mailTo(teacher).map(({ messageId }) => messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('refuses an address for good', async () => {
    await setEmail(teacher, `nobody.${teacher.accountId}@songmo.example.vn`)
    await tell()
    await sendDue(services)
    expect(await statesOf()).toEqual(['failed'])
  })
})

it('a crash between the answer of the server and our note is repeated after ten minutes, recognisably', async () => {
  await tell()
  await sendDue(services)
  // as if the program had stopped before it noted the answer
  await asSystem(world.as(null), (tx) => sql`update notifications.mail set state = 'sending', sent_at = null where unit_id = ${school}`.execute(tx))
  await sendDue(services)
  expect(mailTo(teacher)).toHaveLength(1)
  world.now = new Date(MORNING.getTime() + 11 * 60_000)
  await sendDue(services)
  expect(new Set(mailTo(teacher).map(({ messageId }) => messageId)).size).toBe(1)
  expect(await statesOf()).toEqual(['sent'])
})

describe('without a mail server', () => {
  it('mail waits where the administrator sees it, to be copied', async () => {
    await tell()
    await sendDue(offline)
    const { mails, counts } = await listMails.run(world.as(head), { unitId: school })
    expect(mails).toMatchObject([{ state: 'held', toName: 'Trần Văn Đức' }])
    expect(mails[0]!.body).toContain('/phan-cong/1')
    expect(counts).toEqual([{ state: 'held', count: 1 }])
    await markTold.run(world.as(head), { mailId: mails[0]!.id })
    await sendDue(services)
    expect(mailTo(teacher)).toEqual([])
  })

  it('it goes out when there is one, unless it is a week old', async () => {
    await tell({ once: 'old' })
    await sendDue(offline)
    world.now = new Date(MORNING.getTime() + 5 * 86_400_000)
    await tell({ once: 'new' })
    await sendDue(offline)
    world.now = new Date(MORNING.getTime() + 8 * 86_400_000)
    await sendDue(services)
    expect(await statesOf()).toEqual(['sent', 'expired'])
  })

  it('a person without an address stands in the list', async () => {
    await setEmail(teacher, null)
    await tell()
    await sendDue(services)
    const [mail] = (await listMails.run(world.as(head), { unitId: school })).mails
    expect(mail).toMatchObject({ state: 'no_address' })
    await expect(retryMail.run(world.as(head), { mailId: mail!.id })).rejects.toMatchObject({ code: 'notifications.no_address' })
    await setEmail(teacher, `duc.${teacher.accountId}@songmo.example.vn`)
    await retryMail.run(world.as(head), { mailId: mail!.id })
    await sendDue(services)
    expect(mailTo(teacher)).toHaveLength(1)
  })
})

describe('outgoing mail', () => {
  it('is for the administrator and the head of the unit', async () => {
    await expect(listMails.run(world.as(teacher), { unitId: school })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('that was sent is not sent again by hand', async () => {
    await tell()
    await sendDue(services)
    const [mail] = (await listMails.run(world.as(head), { unitId: school })).mails
    await expect(retryMail.run(world.as(head), { mailId: mail!.id })).rejects.toMatchObject({ kind: 'conflict', code: 'notifications.wrong_state' })
  })
})

describe('reading', () => {
  it('marks one, then all', async () => {
    for (const once of ['a', 'b', 'c']) await tell({ once })
    const { messages } = await listMessages.run(world.as(teacher), {})
    expect(await markRead.run(world.as(teacher), { messageIds: [messages[0]!.id] })).toEqual({ unread: 2 })
    expect(await markRead.run(world.as(teacher), {})).toEqual({ unread: 0 })
  })

  it('touches nothing of others', async () => {
    await tell()
    const { messages } = await listMessages.run(world.as(teacher), {})
    await markRead.run(world.as(head), { messageIds: [messages[0]!.id] })
    expect((await listMessages.run(world.as(teacher), {})).unread).toBe(1)
  })
})

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../../testing/mail-server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout! })
  const taken: Taken[] = []
  const [first] = (await once(lines, 'line')) as [string]
  const waiting: (() => void)[] = []
  lines.on('line', (line) => {
    const said = JSON.parse(line) as { ready?: true } & Taken
    if (said.ready) waiting.shift()?.()
    else taken.push(said)
  })
  return {
    port: (JSON.parse(first) as { port: number }).port,
    process: child,
    taken,
    behave: (how) =>
      new Promise((done) => {
        waiting.push(done)
        child.stdin!.write(`${how}\n`)
      }),
  }
}
