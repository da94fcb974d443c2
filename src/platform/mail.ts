import type { Transporter } from 'nodemailer'
import type { MailConfig } from './config.ts'

export interface Mail {
  /** Stays the same when a mail is sent again, so that its reader recognises the repeat: `<…@…>`. */
  readonly messageId: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  /** Plain text: every reader shows it, and nothing in it can run. */
  readonly text: string
}

/** The server will never take this mail: the address does not exist, the content is not allowed. */
export class MailRefused extends Error {
  override name = 'MailRefused'
}

export interface Mailer {
  /** @throws MailRefused, or Error when it may work later; what the server said is in the message */
  send(mail: Mail): Promise<void>
  close(): void
}

const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/** Hands mail to an SMTP server, over a connection that is kept while there is more. */
export function createMailer(config: MailConfig): Mailer {
  let opened: Promise<Transporter> | null = null
  return {
    async send({ messageId, to, subject, text }) {
      opened ??= openTransport(config)
      const transport = await opened
      try {
        await transport.sendMail({ messageId, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } })
      } catch (error) {
        throw isFinal(error) ? new MailRefused(error.message, { cause: error }) : error
      }
    },
    close: () => void opened?.then((transport) => transport.close()),
  }
}

/** Loaded with the first mail: it takes a tenth of a second, and many never send one. */
async function openTransport({ smtpUrl, sender }: MailConfig): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...PATIENCE }, { from: sender })
}

/** A permanent answer (5xx) about the mail itself; a refused sign-in is the fault of the settings and passes. */
function isFinal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
}
