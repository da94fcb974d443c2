import { html } from '#platform/http/html.ts'
import { formatInstant } from '#platform/i18n/day.ts'
import type { CaseState } from '../model/case-lifecycle.ts'
import { pageOf, type PageFrame } from './layout.ts'

/** Asks for the code and the secret. */
export function openPage(frame: PageFrame, fault: string | null): string {
  const { base, words: { t } } = frame
  return pageOf(frame, html`<h1>${t('cases.public_open_title')}</h1>
<p>${t('cases.public_open_text')}</p>
${fault && html`<p class="box bad" role="alert">${fault}</p>`}
<form method="post" action="${base}/tra-loi" enctype="multipart/form-data" autocomplete="off">
<label class="label" for="code">${t('cases.public_code')}</label><input id="code" name="code" maxlength="20" autocapitalize="characters" spellcheck="false" required>
<label class="label" for="secret">${t('cases.public_secret')}</label><input id="secret" name="secret" maxlength="30" inputmode="numeric" spellcheck="false" required>
<button>${t('cases.public_open')}</button>
</form>
<p><a href="${base}">${t('cases.public_home_link')}</a></p>`)
}

export interface Conversation {
  readonly state: CaseState
  readonly receivedAt: Date
  /** A limit of the law has passed, and there is a body above that can take it. */
  readonly maySendUp: boolean
  readonly messages: readonly { readonly fromReporter: boolean; readonly at: Date; readonly text: string }[]
}

/** Both sides of what was written, and room for more. @param ticket  opens the same conversation for a while */
export function messagesPage(frame: PageFrame, { state, receivedAt, messages, maySendUp }: Conversation, ticket: string): string {
  const { base, words: { t } } = frame
  const shown = state === 'closing' ? 'open' : state
  return pageOf(frame, html`<h1>${t('cases.public_messages_title')}</h1>
<p>${t(`cases.public_state_${shown}`)} ${t(['cases.public_sent_at', { at: formatInstant(receivedAt) }])}.</p>
${maySendUp && html`<form class="box bad" method="post" action="${base}/len-tren" enctype="multipart/form-data"><input type="hidden" name="ticket" value="${ticket}"><p>${t('cases.public_up_text')}</p><button>${t('cases.public_up')}</button></form>`}
${messages.map(({ fromReporter, at, text }) => html`<article class="box${fromReporter ? '' : ' they'}"><strong>${t(fromReporter ? 'cases.public_you' : 'cases.public_they')}</strong> <small>${formatInstant(at)}</small><p class="said">${text}</p></article>`)}
${messages.every(({ fromReporter }) => fromReporter) && state !== 'closed' && html`<p class="box">${t('cases.public_messages_none')}</p>`}
<form method="post" action="${base}/nhan-them" enctype="multipart/form-data" autocomplete="off">
<input type="hidden" name="ticket" value="${ticket}">
<label class="label" for="text">${t('cases.public_reply')}</label><textarea id="text" name="text" rows="4" maxlength="5000" required></textarea>
<button>${t('cases.public_send')}</button>
</form>`)
}
