import { createReadStream } from 'node:fs'
import { connect } from 'node:net'

/** Where clamd listens: the path of its socket, or host and port. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number }

const PATIENCE_MS = 60_000

/**
 * Sends a file to clamd and answers the name of what it found; null when it is clean.
 * @throws Error when clamd does not answer, or refuses
 * @source clamd(8), INSTREAM: pieces of four bytes of length and content, ended by a length of zero
 */
export async function scanFile(address: ScannerAddress, path: string): Promise<string | null> {
  const socket = connect(address)
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd did not answer in time')))
  try {
    const answer = new Promise<string>((done, fail) => {
      let said = ''
      socket.on('data', (chunk: Buffer) => {
        said += chunk.toString('latin1')
      })
      socket.on('end', () => done(said))
      socket.on('error', fail)
    })
    // Heard below; a refusal in the middle of sending must not end the process.
    answer.catch(() => undefined)
    socket.write('zINSTREAM\0')
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (socket.destroyed) break
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.length)
      socket.write(length)
      if (!socket.write(chunk) && !socket.destroyed) await new Promise((go) => socket.once('drain', go).once('close', go))
    }
    socket.write(Buffer.alloc(4))
    return verdictOf(await answer)
  } finally {
    socket.destroy()
  }
}

function verdictOf(said: string): string | null {
  const line = said.replaceAll('\0', '').trim()
  if (line.endsWith(' OK')) return null
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1]
  if (found) return found
  throw new Error(`clamd said: ${line.slice(0, 200)}`)
}
