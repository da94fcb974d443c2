import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { convertToDocx, findOffice } from './office.ts'
import { createReaderPool } from './reader-pool.ts'

const office = findOffice()
const rtf = (body: string): Buffer => Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\n${body}}`)
/** Vietnamese letters as RTF writes them. */
const escaped = (text: string): string => Array.from(text, (letter) => (letter.charCodeAt(0) < 128 ? letter : `\\u${letter.charCodeAt(0)}?`)).join('')
const plan = rtf(['KẾ HOẠCH', 'Công tác bình đẳng giới năm 2026', 'I. MỤC ĐÍCH', '- Nâng cao nhận thức của học sinh.'].map((line) => `${escaped(line)}\\par`).join('\n'))

const pools = [createReaderPool({ children: 1 }), createReaderPool({ children: 1, office: null })] as const
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

describe.skipIf(office === null)('a file of another word processor (needs LibreOffice)', { timeout: 120_000 }, () => {
  it('is read by what it becomes, and keeps its kind', async () => {
    const outcome = await pools[0].read({ name: 'ke-hoach.rtf', bytes: plan })
    expect(outcome).toMatchObject({ ok: true, fileKind: 'rtf', model: { header: { docType: 'Kế hoạch', title: 'Công tác bình đẳng giới năm 2026' }, sections: [{ label: 'I', title: 'MỤC ĐÍCH' }] } })
  })

  it('is given up when it takes too long, and leaves nothing behind', async () => {
    const left = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith('vanban-office-')).length
    const before = left()
    expect(await convertToDocx(office ?? '', plan, 'rtf', { timeoutMs: 50, memoryBytes: 1e9 })).toMatchObject({ ok: false, reason: 'too_slow' })
    expect(left()).toBe(before)
  })

  it('does not bring in another file that it names', async () => {
    const linked = rtf(`${escaped('KẾ HOẠCH')}\\par{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt x}}\\par ${escaped('Nội dung công tác bình đẳng giới.')}\\par`)
    const outcome = await pools[0].read({ name: 'a.rtf', bytes: linked })
    expect(JSON.stringify(outcome)).not.toContain('root:')
  })
})

it('without LibreOffice is named by its kind, so that a person can save it as DOCX', async () => {
  expect(await pools[1].read({ name: 'a.rtf', bytes: plan })).toEqual({ ok: false, reason: 'wrong_type', detail: 'rtf' })
}, 30_000)
