import type { DocumentModel } from '@songhanh/vanban/model'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { aReading } from './model/a-reading.ts'
import { EMPTY_READING } from './model/reading.ts'
import attachFile from './operations/attach-file.ts'
import changeEntry from './operations/change-entry.ts'
import confirmReading from './operations/confirm-reading.ts'
import correctReading from './operations/correct-reading.ts'
import discardDocument from './operations/discard-document.ts'
import exportRegister from './operations/export-register.ts'
import getDocument from './operations/get-document.ts'
import linkCitation from './operations/link-citation.ts'
import linkDocuments from './operations/link-documents.ts'
import listDocuments from './operations/list-documents.ts'
import markSeen from './operations/mark-seen.ts'
import registerIncoming from './operations/register-incoming.ts'
import withdrawDocument from './operations/withdraw-document.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let clerk: Actor
let teacher: Actor
let principal: Actor

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  clerk = await world.person(sector.highSchool, ['clerk'], { name: 'Văn Thư Mẫu' })
  teacher = await world.person(sector.highSchool, ['teacher'])
  principal = await world.person(sector.highSchool, ['principal'])
})

let files = 0
/** Bytes that nobody else has sent. */
function aFile(name = 'ke-hoach.docx') {
  return { name, mediaType: 'application/pdf', digest: (++files).toString(16).padStart(64, '0'), bytes: 1_234 }
}

async function received(reading: DocumentModel | null = aReading(), actor = clerk, unitId = sector.highSchool) {
  const found = reading ? { reading, readText: 'chữ trong tệp', evidence: [] } : null
  return registerIncoming.run(world.as(actor), { unitId, file: aFile(), found })
}

async function confirmed(reading = aReading()) {
  const { documentId } = await received(reading)
  const { arrivalNumber } = await confirmReading.run(world.as(clerk), { documentId, version: 1, reading })
  return { documentId, arrivalNumber }
}

async function auditOf(entity: string): Promise<string[]> {
  const rows = await world.rows(sql<{ action: string }>`select action from audit.entry where entity = ${entity} order by number`)
  return rows.map(({ action }) => action)
}

describe('an incoming document', () => {
  it('is a draft with what was read until a person confirms it', async () => {
    const { documentId, readingSource, duplicateOf } = await received()
    expect({ readingSource, duplicateOf }).toEqual({ readingSource: 'file', duplicateOf: null })
    const document = await getDocument.run(world.as(clerk), { documentId })
    expect(document).toMatchObject({ state: 'draft', direction: 'incoming', numberText: '45', symbol: 'KH-SGDĐT', arrivalNumber: null, arrivedOn: '2026-03-02', readText: 'chữ trong tệp' })
    expect(document.files).toMatchObject([{ role: 'original', name: 'ke-hoach.docx', frozen: false }])
    expect(await auditOf(documentId)).toEqual(['documents.registerIncoming'])
  })

  it('gets the next arrival number with the confirmation, and tells other modules', async () => {
    const first = await confirmed()
    const second = await confirmed()
    expect(second.arrivalNumber).toBe(first.arrivalNumber + 1)
    const document = await getDocument.run(world.as(teacher), { documentId: second.documentId })
    expect(document).toMatchObject({ state: 'registered', confirmedByName: 'Văn Thư Mẫu', arrivalNumber: second.arrivalNumber })
    expect(document.files).toMatchObject([{ frozen: true }])
    expect(await auditOf(second.documentId)).toEqual(['documents.registerIncoming', 'documents.confirmReading'])
  })

  it('is confirmed with what the person corrected', async () => {
    const { documentId } = await received()
    const right = aReading({ number: '5', title: 'Bình đẳng giới năm 2026' })
    await confirmReading.run(world.as(clerk), { documentId, version: 1, reading: right, arrivedOn: '2026-02-27' })
    expect(await getDocument.run(world.as(clerk), { documentId })).toMatchObject({ numberText: '05', subject: 'Bình đẳng giới năm 2026', arrivedOn: '2026-02-27' })
  })

  it('is not confirmed without type, issuer and subject', async () => {
    const { documentId } = await received(EMPTY_READING)
    await expect(confirmReading.run(world.as(clerk), { documentId, version: 1, reading: EMPTY_READING })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'documents.reading_incomplete',
      params: { first: 'docType', count: 3 },
    })
  })

  it('did not arrive tomorrow', async () => {
    const { documentId } = await received()
    await expect(confirmReading.run(world.as(clerk), { documentId, version: 1, reading: aReading(), arrivedOn: '2026-03-03' })).rejects.toMatchObject({ code: 'documents.arrival_in_future' })
  })

  it('is confirmed once', async () => {
    const { documentId } = await confirmed()
    await expect(confirmReading.run(world.as(clerk), { documentId, version: 2, reading: aReading() })).rejects.toMatchObject({ kind: 'conflict', code: 'documents.wrong_state' })
    await expect(correctReading.run(world.as(clerk), { documentId, version: 2, reading: aReading() })).rejects.toMatchObject({ code: 'documents.wrong_state' })
  })

  it('keeps what the earlier of two writers saved', async () => {
    const { documentId } = await received()
    await correctReading.run(world.as(clerk), { documentId, version: 1, reading: aReading({ title: 'Người thứ nhất' }) })
    await expect(correctReading.run(world.as(principal), { documentId, version: 1, reading: aReading({ title: 'Người thứ hai' }) })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'documents.changed_meanwhile',
      params: { version: 2 },
    })
    expect(await getDocument.run(world.as(clerk), { documentId })).toMatchObject({ subject: 'Người thứ nhất', version: 2 })
  })

  it('is not taken in, corrected or confirmed by a teacher', async () => {
    await expect(received(aReading(), teacher)).rejects.toMatchObject({ kind: 'forbidden' })
    const { documentId } = await received()
    await expect(correctReading.run(world.as(teacher), { documentId, version: 1, reading: aReading() })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(confirmReading.run(world.as(teacher), { documentId, version: 1, reading: aReading() })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(discardDocument.run(world.as(teacher), { documentId })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('is not there for another school, nor for the Department', async () => {
    const { documentId } = await confirmed()
    const stranger = await world.person(sector.primarySchool, ['clerk'])
    const officer = await world.person(sector.department, ['department_officer'])
    await expect(getDocument.run(world.as(stranger), { documentId })).rejects.toMatchObject({ kind: 'not_found', code: 'documents.not_found' })
    await expect(getDocument.run(world.as(officer), { documentId })).rejects.toMatchObject({ kind: 'not_found' })
    const seen = await listDocuments.run(world.as(officer), { unitId: sector.highSchool })
    expect(seen.documents.filter(({ direction }) => direction === 'incoming')).toEqual([])
  })

  it('can be discarded with its file while it is a draft, not afterwards', async () => {
    const { documentId } = await received()
    await discardDocument.run(world.as(clerk), { documentId })
    await expect(getDocument.run(world.as(clerk), { documentId })).rejects.toMatchObject({ kind: 'not_found' })
    expect(await auditOf(documentId)).toEqual(['documents.registerIncoming', 'documents.discardDocument'])
    const { documentId: counted } = await confirmed()
    await expect(discardDocument.run(world.as(clerk), { documentId: counted })).rejects.toMatchObject({ code: 'documents.wrong_state' })
  })

  it('names the entry that has the same file', async () => {
    const file = aFile()
    const input = { unitId: sector.highSchool, file, found: { reading: aReading(), readText: '' } }
    const first = await registerIncoming.run(world.as(clerk), input)
    expect(await registerIncoming.run(world.as(clerk), input)).toMatchObject({ duplicateOf: first.documentId })
  })

  it('sent twice with one operation id is taken in once', async () => {
    const input = { unitId: sector.highSchool, file: aFile(), found: null }
    const id = '0190f5a0-0000-7000-8000-0000000000aa'
    const first = await registerIncoming.run(world.as(clerk, id), input)
    expect(await registerIncoming.run(world.as(clerk, id), input)).toEqual(first)
  })

  it('keeps its frozen file whatever happens', async () => {
    const { documentId } = await confirmed()
    await expect(sql`delete from documents.document_file where document_id = ${documentId}`.execute(world.db)).rejects.toThrow(/frozen/)
    await expect(sql`update documents.document_file set digest = ${'f'.repeat(64)} where document_id = ${documentId}`.execute(world.db)).rejects.toThrow(/frozen/)
  })

  it('that should not be in the register is withdrawn with a reason by the principal', async () => {
    const { documentId } = await confirmed()
    await expect(withdrawDocument.run(world.as(clerk), { documentId, version: 2, reason: 'Nhập nhầm' })).rejects.toMatchObject({ kind: 'forbidden' })
    await withdrawDocument.run(world.as(principal), { documentId, version: 2, reason: 'Nhập nhầm' })
    expect(await getDocument.run(world.as(clerk), { documentId })).toMatchObject({ state: 'withdrawn', withdrawnNote: 'Nhập nhầm' })
  })
})

describe('a scan', () => {
  it('is kept with its file and waits to be typed', async () => {
    const { documentId, readingSource } = await received(null)
    expect(readingSource).toBe('scan')
    await confirmReading.run(world.as(clerk), { documentId, version: 1, reading: aReading() })
    expect(await getDocument.run(world.as(clerk), { documentId })).toMatchObject({ readingSource: 'typed', state: 'registered' })
  })

  it('takes its Word file in afterwards, once', async () => {
    const { documentId } = await received(null)
    const found = { reading: aReading({ title: 'Từ tệp Word' }), readText: 'chữ' }
    await attachFile.run(world.as(clerk), { documentId, file: aFile('ban-word.docx'), found })
    const document = await getDocument.run(world.as(clerk), { documentId })
    expect(document).toMatchObject({ readingSource: 'file', subject: 'Từ tệp Word' })
    expect(document.files.map(({ role }) => role)).toEqual(['docx', 'original'])
    await expect(attachFile.run(world.as(clerk), { documentId, file: aFile(), found })).rejects.toMatchObject({ code: 'documents.file_not_wanted' })
  })

  it('does not become readable by a second scan', async () => {
    const { documentId } = await received(null)
    await expect(attachFile.run(world.as(clerk), { documentId, file: aFile(), found: null })).rejects.toMatchObject({ code: 'documents.unreadable_scan' })
  })
})

describe('the register', () => {
  it('is searched without diacritics, by unfinished words and by number', async () => {
    const { documentId } = await confirmed(aReading({ number: '777', symbol: 'KH-TKĐ', title: 'Tuyên truyền phòng chống bạo lực' }))
    const find = async (q: string) => (await listDocuments.run(world.as(teacher), { unitId: sector.highSchool, q })).documents.map(({ id }) => id)
    for (const q of ['tuyen truyen', 'TUYÊN TRUYỀN phòng', 'bao luc phon', '777', '777/kh-tkd', '0777/KH']) expect(await find(q), q).toContain(documentId)
    for (const q of ['tuyen truyen khongco', '778', '77/KH', '& | !', "');"]) expect(await find(q), q).not.toContain(documentId)
  })

  it('goes page by page without losing or repeating a line', async () => {
    for (let n = 0; n < 5; n++) await received()
    const all = await listDocuments.run(world.as(clerk), { unitId: sector.highSchool, direction: 'incoming', limit: 200 })
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await listDocuments.run(world.as(clerk), { unitId: sector.highSchool, direction: 'incoming', limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.documents.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(all.documents.map(({ id }) => id))
  })

  it('is filtered by state, type and year', async () => {
    const { documentId } = await confirmed(aReading({ docType: 'Hướng dẫn' }))
    const list = async (filter: object) => (await listDocuments.run(world.as(clerk), { unitId: sector.highSchool, limit: 200, ...filter })).documents.map(({ id }) => id)
    expect(await list({ docType: 'Hướng dẫn', state: 'registered', year: '2026' })).toEqual([documentId])
    expect(await list({ docType: 'Hướng dẫn', state: 'draft' })).toEqual([])
    expect(await list({ docType: 'Hướng dẫn', year: 2025 })).toEqual([])
  })

  it('has its hand-kept columns, and comes out in the order of its numbers', async () => {
    const { documentId } = await confirmed()
    const entry = { urgency: 'urgent' as const, handledBy: 'Ban VSTBPN', copyKeeper: null, copies: 2, forwardedOn: '2026-03-02', receiptBy: 'Lê Mơ', note: null }
    await changeEntry.run(world.as(clerk), { documentId, ...entry })
    const { unitName, documents } = await exportRegister.run(world.as(teacher), { unitId: sector.highSchool, direction: 'incoming', year: 2026 })
    expect(unitName).toBe('Trường THPT Sông Mơ')
    expect(documents.find(({ id }) => id === documentId)).toMatchObject(entry)
    const numbers = documents.map(({ arrivalNumber }) => arrivalNumber ?? 0)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    await expect(changeEntry.run(world.as(teacher), { documentId, ...entry })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('notes who opened a document, and the first time', async () => {
    const { documentId } = await confirmed()
    await markSeen.run(world.as(teacher), { documentId })
    expect((await getDocument.run(world.as(clerk), { documentId })).seenAt).toEqual(world.now)
    expect((await auditOf(documentId)).at(-1)).toBe('documents.markSeen')
  })
})

describe('a citation', () => {
  it('leads to the document of that number as soon as the unit has it', async () => {
    const basis = { type: 'Chỉ thị', number: '12', symbol: 'CT-MƠ', date: null, issuer: null, subject: null, role: 'basis' as const, occurrences: 1 }
    const { documentId } = await confirmed({ ...aReading(), legalBases: [basis] })
    expect((await getDocument.run(world.as(clerk), { documentId })).links).toMatchObject([{ docType: 'Chỉ thị', numberText: '12', targetId: null }])
    const cited = await confirmed(aReading({ docType: 'Chỉ thị', number: '12', symbol: 'CT-MƠ' }))
    expect((await getDocument.run(world.as(clerk), { documentId })).links).toMatchObject([{ targetId: cited.documentId }])
    expect((await getDocument.run(world.as(clerk), { documentId: cited.documentId })).citedBy).toMatchObject([{ id: documentId }])
  })

  it('is put right by a person', async () => {
    const target = await confirmed(aReading({ docType: 'Công văn', number: '99', symbol: 'SGDĐT-TCCB' }))
    const { documentId } = await confirmed()
    const link = { docType: 'Công văn', numberText: '99', symbol: 'SGDĐT-TCCB', issuedOn: null, issuer: null, subject: null }
    expect(await linkDocuments.run(world.as(clerk), { documentId, links: [link] })).toEqual([{ ...link, position: 0, targetId: target.documentId }])
    await expect(linkDocuments.run(world.as(teacher), { documentId, links: [] })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('is linked by hand, stays so when others come in, and is unlinked again', async () => {
    const basis = { type: 'Chỉ thị', number: '13', symbol: 'CT-MƠ', date: null, issuer: null, subject: null, role: 'basis' as const, occurrences: 1 }
    const { documentId } = await confirmed({ ...aReading(), legalBases: [basis] })
    const cited = (await getDocument.run(world.as(clerk), { documentId })).links.find((link) => link.numberText === '13')!
    expect(cited.targetId).toBeNull()
    const other = await confirmed(aReading({ docType: 'Hướng dẫn', number: '77', symbol: 'HD-MƠ' }))
    const { position } = cited
    const linked = await linkCitation.run(world.as(clerk), { documentId, position, targetId: other.documentId })
    expect(linked.find((link) => link.position === position)).toEqual({ ...cited, targetId: other.documentId })
    expect((await getDocument.run(world.as(clerk), { documentId: other.documentId })).citedBy.map(({ id }) => id)).toContain(documentId)

    await linkCitation.run(world.as(clerk), { documentId, position, targetId: null })
    // Another entry of that number comes in: a person has said that it is not meant.
    await confirmed(aReading({ docType: 'Chỉ thị', number: '13', symbol: 'CT-MƠ' }))
    expect((await getDocument.run(world.as(clerk), { documentId })).links.find((link) => link.position === position)!.targetId).toBeNull()
    expect((await auditOf(documentId)).filter((action) => action === 'documents.linkCitation')).toHaveLength(2)
  })

  it('is not linked to itself, to a draft, to what the person may not see, nor by a teacher', async () => {
    const basis = { type: 'Chỉ thị', number: '14', symbol: 'CT-MƠ', date: null, issuer: null, subject: null, role: 'basis' as const, occurrences: 1 }
    const { documentId } = await confirmed({ ...aReading(), legalBases: [basis] })
    const draft = await received()
    const foreign = await received(aReading(), await world.person(sector.primarySchool, ['clerk']), sector.primarySchool)
    const link = (targetId: string, by = clerk, position = 0) => linkCitation.run(world.as(by), { documentId, position, targetId })
    await expect(link(documentId)).rejects.toMatchObject({ code: 'documents.link_to_itself' })
    await expect(link(draft.documentId)).rejects.toMatchObject({ code: 'documents.link_to_draft' })
    await expect(link(foreign.documentId)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(link(draft.documentId, teacher)).rejects.toMatchObject({ kind: 'forbidden' })
    const other = await confirmed()
    await expect(link(other.documentId, clerk, 999)).rejects.toMatchObject({ code: 'documents.link_not_found' })
  })
})

describe('what a person corrected', () => {
  const misread = aReading({ issuer: 'SỞ GIÁO DUC VÀ ĐÀO TẠO BẾN MƠ', issuerName: 'Sở Giáo duc và Đào tạo Bến Mơ', symbol: 'KH-SGDDT', number: '1' })
  const right = aReading({ issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO BẾN MƠ', issuerName: 'Sở Giáo dục và Đào tạo Bến Mơ', symbol: 'KH-SGDĐT', number: '1' })
  const next = () => received({ ...misread, header: { ...misread.header, number: '2', docType: 'Báo cáo', symbol: 'BC-SGDDT' } })

  it('is put right in the issuer’s next document, visibly, and forgotten when it is taken back', async () => {
    const { documentId } = await received(misread)
    expect(await getDocument.run(world.as(clerk), { documentId })).toMatchObject({ symbol: 'KH-SGDDT', appliedHabits: [] })
    await confirmReading.run(world.as(clerk), { documentId, version: 1, reading: right })

    const { documentId: secondId } = await next()
    const view = await getDocument.run(world.as(clerk), { documentId: secondId })
    expect(view.reading.header).toMatchObject({ symbol: 'BC-SGDĐT', issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO BẾN MƠ' })
    expect(view.appliedHabits.map(({ field, from, to }) => [field, from, to])).toContainEqual(['header.symbol', 'BC-SGDDT', 'BC-SGDĐT'])

    const undone = { ...view.reading, header: { ...view.reading.header, symbol: 'BC-SGDDT' } }
    await confirmReading.run(world.as(clerk), { documentId: secondId, version: 1, reading: undone })
    const { documentId: thirdId } = await next()
    expect(await getDocument.run(world.as(clerk), { documentId: thirdId })).toMatchObject({ symbol: 'BC-SGDDT', issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO BẾN MƠ' })
  })

  it('stays with the unit that corrected it', async () => {
    const other = await world.person(sector.primarySchool, ['clerk'])
    const { documentId } = await received(misread, other, sector.primarySchool)
    expect(await getDocument.run(world.as(other), { documentId })).toMatchObject({ appliedHabits: [], issuer: 'Sở Giáo duc và Đào tạo Bến Mơ' })
  })
})

it('where each field was found stays with the document, for the unit alone', async () => {
  const found = { field: 'header.number', confidence: 0.41, page: 1, line: 3, box: { x: 0.1, y: 0.1, width: 0.2, height: 0.02 }, words: 'Số: 45/KH-SGDĐT' }
  const { documentId } = await registerIncoming.run(world.as(clerk), { unitId: sector.highSchool, file: aFile(), found: { reading: aReading(), readText: '', evidence: [found] } })
  expect((await getDocument.run(world.as(teacher), { documentId })).evidence).toEqual([found])
})
