import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aZip } from '@songhanh/vanban/files/samples'
import { afterAll, expect, it } from 'vitest'
import { examineFile } from './examine.ts'

const folder = mkdtempSync(join(tmpdir(), 'songhanh-examine-'))
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true, force: true })
})

let count = 0
function aFile(bytes: Uint8Array | string): string {
  const path = join(folder, `${++count}`)
  writeFileSync(path, bytes)
  return path
}

/** A scanner that speaks as clamd does, and says what it is told to of files that hold `EVIL`. */
function aScanner(answer: (content: string) => string): Promise<{ path: string }> {
  const path = join(folder, `clamd-${++count}.sock`)
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk])
      if (!heard.subarray(-4).equals(Buffer.alloc(4))) return
      const parts: Buffer[] = []
      for (let at = 'zINSTREAM\0'.length; at + 4 <= heard.length; ) {
        const length = heard.readUInt32BE(at)
        parts.push(heard.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
      socket.end(`stream: ${answer(Buffer.concat(parts).toString())}\0`)
    })
  })
  servers.push(server)
  return new Promise((done) => server.listen(path, () => done({ path })))
}

it('keeps documents as they are', async () => {
  await expect(examineFile(aFile(aZip([{ name: 'word/document.xml', content: '<w:document/>' }, { name: '[Content_Types].xml', content: '<Types/>' }])), null)).resolves.toBeUndefined()
  await expect(examineFile(aFile('%PDF-1.7'), null)).resolves.toBeUndefined()
  await expect(examineFile(aFile('PK\u0003\u0004 broken off'), null)).resolves.toBeUndefined()
})

it.each(['word/vbaProject.bin', 'xl/VBAPROJECT.BIN', 'anh/pic.jpg.exe', 'a.js'])('refuses an archive with %s', async (name) => {
  await expect(examineFile(aFile(aZip([{ name, content: 'x' }])), null)).rejects.toMatchObject({ kind: 'invalid', code: 'files.runs_something' })
})

it('refuses what unpacks to a thousand times its size', async () => {
  await expect(examineFile(aFile(aZip([{ name: 'xl/sheet.xml', content: 'a'.repeat(21 * 1024 ** 2) }])), null)).rejects.toMatchObject({ code: 'files.unpacks_too_large' })
})

it('asks the scanner about the whole file, and keeps nothing when it does not answer', async () => {
  const scanner = await aScanner((content) => (content.includes('EVIL') && content.length > 150_000 ? 'Eicar-Test-Signature FOUND' : 'OK'))
  await expect(examineFile(aFile('x'.repeat(200_000)), scanner)).resolves.toBeUndefined()
  await expect(examineFile(aFile(`${'x'.repeat(200_000)}EVIL`), scanner)).rejects.toMatchObject({ kind: 'invalid', code: 'files.infected' })
  await expect(examineFile(aFile('x'), await aScanner(() => 'INSTREAM size limit exceeded. ERROR'))).rejects.toMatchObject({ kind: 'unavailable', code: 'files.scan_failed' })
  await expect(examineFile(aFile('x'), { path: join(folder, 'nobody.sock') })).rejects.toMatchObject({ code: 'files.scan_failed' })
})
