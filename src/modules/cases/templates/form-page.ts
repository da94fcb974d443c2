import { html, type Html } from '#platform/http/html.ts'
import { DANGERS, HAPPENINGS, REPORTERS } from '../model/report.ts'
import type { HelpLine } from '../reference/help-lines.ts'
import { helpBox } from './help-box.ts'
import { pageOf, type PageFrame } from './layout.ts'

/** What a form holds that has been sent already, by the names of its fields. */
export type Typed = Readonly<Record<string, readonly string[]>>

export interface FormPage {
  readonly unitId: string
  readonly unitName: string
  /** Who gets it, where the unit itself has nobody; null where it has. */
  readonly bodyName: string | null
  readonly handlers: readonly { readonly accountId: string; readonly fullName: string }[]
  readonly lines: readonly HelpLine[]
  readonly formId: string
  readonly typed: Typed
  /** A sentence about what is to be mended. */
  readonly fault: string | null
}

export function formPage(frame: PageFrame, page: FormPage): string {
  const { base, words: { t } } = frame
  const { unitId, unitName, bodyName, handlers, lines, formId, typed, fault } = page
  const value = (name: string) => typed[name]?.[0] ?? ''
  const step = (n: number) => html`<p class="hint">${t(['cases.public_step', { n }])}</p>`
  const pick = (type: 'radio' | 'checkbox', name: string, choice: string, label: string) =>
    html`<label><input type="${type}" name="${name}" value="${choice}"${typed[name]?.includes(choice) ? html` checked` : null}>${label}</label>`
  const hidden = handlers.map(({ accountId, fullName }) => pick('checkbox', 'hide', accountId, t(['cases.public_hide_handler', { name: fullName }])))
  const area = (name: 'story' | 'place' | 'hide_others' | 'name' | 'contact', most: number): Html => html`<label class="label" for="${name}">${t(`cases.public_${name}`)}</label>${
    name === 'story' ? html`<textarea id="story" name="story" rows="7" maxlength="${most}">${value(name)}</textarea>` : html`<input id="${name}" name="${name}" maxlength="${most}" value="${value(name)}">`
  }`
  return pageOf(frame, html`${helpBox(frame, lines)}
<h1>${t('cases.public_form_title')}</h1>
<p>${bodyName === null ? t(['cases.public_form_to', { unit: unitName }]) : t(['cases.public_form_to_above', { unit: unitName, body: bodyName }])}</p>
<p>${t('cases.public_form_promise')}</p>
${fault && html`<p class="box bad" role="alert">${fault}</p>`}
<form method="post" action="${base}/${unitId}" enctype="multipart/form-data" autocomplete="off">
<input type="hidden" name="form" value="${formId}">
${step(1)}
<fieldset class="pick"><legend>${t('cases.public_happening')}</legend>${HAPPENINGS.map((key) => pick('radio', 'happening', key, t(`cases.public_happening_${key}`)))}</fieldset>
<fieldset class="pick"><legend>${t('cases.public_reporter')}</legend>${REPORTERS.map((key) => pick('radio', 'reporter', key, t(`cases.public_reporter_${key}`)))}</fieldset>
<fieldset class="pick"><legend>${t('cases.public_danger')}</legend><p class="hint">${t('cases.public_danger_hint')}</p>${DANGERS.map((key) => pick('radio', 'danger', key, t(`cases.public_danger_${key}`)))}</fieldset>
<h2>${t('cases.public_tell_title')}</h2>${step(2)}
${area('story', 5_000)}
${area('place', 300)}
<label class="label" for="file">${t('cases.public_file')}</label>
<input id="file" type="file" name="file" multiple>
<p class="hint">${t('cases.public_file_hint')}</p>
<h2 id="hide">${t('cases.public_hide_title')}</h2>${step(3)}
<p class="hint">${t('cases.public_hide_hint')}</p>
<fieldset class="pick" aria-labelledby="hide">${pick('checkbox', 'hide', 'head', t('cases.public_hide_head'))}${hidden}</fieldset>
${area('hide_others', 300)}
<h2>${t('cases.public_contact_title')}</h2>${step(4)}
<p class="hint">${t('cases.public_contact_hint')}</p>
${area('name', 120)}
${area('contact', 200)}
<button>${t('cases.public_send')}</button>
</form>
<p><a href="${base}">${t('cases.public_home_link')}</a></p>`)
}
