import { html } from '#platform/http/html.ts'
import { formatInstant } from '#platform/i18n/day.ts'
import { inGroups, type FollowUpCode } from '../model/follow-up-code.ts'
import type { HelpLine } from '../reference/help-lines.ts'
import { helpBox } from './help-box.ts'
import { pageOf, type PageFrame } from './layout.ts'

/** The only time that the code and the secret are seen. */
export function receiptPage(frame: PageFrame, { code, secret }: FollowUpCode, at: Date, proof: string, lines: readonly HelpLine[]): string {
  const { base, words: { t } } = frame
  return pageOf(frame, html`<h1>${t('cases.public_sent_title')}</h1>
<p>${t('cases.public_sent_text')}</p>
<p><strong>${t('cases.public_sent_keep')}</strong></p>
<dl class="box"><dt>${t('cases.public_code')}</dt><dd class="code">${inGroups(code)}</dd><dt>${t('cases.public_secret')}</dt><dd class="code">${inGroups(secret)}</dd></dl>
<p class="hint">${t(['cases.public_sent_at', { at: formatInstant(at) }])}</p>
<details class="box"><summary>${t('cases.public_proof')}</summary><p>${t('cases.public_proof_text')}</p><p class="said">${proof}</p><p><a href="${base}/kiem-tra">${t('cases.public_check_link')}</a></p></details>
<ul class="list"><li><a href="${base}/tra-loi">${t('cases.public_back_link')}</a></li></ul>
${helpBox(frame, lines)}`)
}

/** A page with one sentence: what went wrong, and whom to call. */
export function sentencePage(frame: PageFrame, sentence: string, lines: readonly HelpLine[]): string {
  return pageOf(frame, html`${helpBox(frame, lines)}<p class="box" role="alert">${sentence}</p><p><a href="${frame.base}">${frame.words.t('cases.public_home_link')}</a></p>`)
}

/** Anybody may check a receipt: what it says, or that it is none of ours. */
export function checkPage(frame: PageFrame, typed: string, verdict: string | null): string {
  const { base, words: { t } } = frame
  return pageOf(frame, html`<h1>${t('cases.public_check_title')}</h1>
<p>${t('cases.public_check_text')}</p>
${verdict && html`<p class="box" role="alert">${verdict}</p>`}
<form method="post" action="${base}/kiem-tra" enctype="multipart/form-data" autocomplete="off">
<label class="label" for="proof">${t('cases.public_proof')}</label><textarea id="proof" name="proof" rows="6" maxlength="2000" spellcheck="false" required>${typed}</textarea>
<button>${t('cases.public_check')}</button>
</form>
<p><a href="${base}">${t('cases.public_home_link')}</a></p>`)
}
