// A mail server as a process of its own: takes mail on 127.0.0.1 and prints what it took, one JSON object a line.
// Behaviour by a word on standard input: normal; busy (451 to every mail); drop (takes the mail, cuts the line unanswered).
import { createInterface } from 'node:readline'
import { SMTPServer } from 'smtp-server'

let behaviour = 'normal'
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`)

const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  disableReverseLookup: true,
  onRcptTo({ address }, _session, done) {
    done(address.startsWith('nobody') ? Object.assign(new Error('No such user here'), { responseCode: 550 }) : null)
  },
  onData(stream, session, done) {
    const chunks = []
    stream.on('data', (chunk) => chunks.push(chunk))
    stream.on('end', () => {
      if (behaviour === 'busy') return done(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      say(read(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo.map(({ address }) => address).join(',')))
      if (behaviour === 'drop') return [...server.connections].forEach((connection) => connection._socket.destroy())
      done()
    })
  },
})

/** Header fields and text of a mail with one text part. */
function read(source, to) {
  const cut = source.indexOf('\r\n\r\n')
  const head = source.slice(0, cut).replace(/\r\n[ \t]+/g, ' ')
  const field = (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return { messageId: field('Message-ID'), to, subject: decodeWords(field('Subject')), text: decodeBody(source.slice(cut + 4), field('Content-Transfer-Encoding')) }
}

function decodeWords(text) {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) => {
      const parts = [...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)]
      return Buffer.concat(parts.map(([, kind, data]) => (kind.toUpperCase() === 'B' ? Buffer.from(data, 'base64') : quoted(data.replace(/_/g, ' '))))).toString('utf8')
    })
}

function decodeBody(body, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8')
  if (/quoted-printable/i.test(encoding)) return quoted(body.replace(/=\r\n/g, '')).toString('utf8')
  return body
}

function quoted(text) {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1')
}

server.on('error', (error) => console.error(error.message))
server.listen(0, '127.0.0.1', () => say({ port: server.server.address().port }))
createInterface({ input: process.stdin }).on('line', (word) => {
  behaviour = word.trim()
  say({ ready: true })
})
process.stdin.on('end', () => process.exit(0))
