import { html, type Html } from '#platform/http/html.ts'
import type { PublicUnit } from '../intake-store.ts'
import type { HelpLine } from '../reference/help-lines.ts'
import { helpBox } from './help-box.ts'
import { pageOf, type PageFrame } from './layout.ts'

export interface HomePage {
  readonly lines: readonly HelpLine[]
  readonly provinces: readonly (readonly [code: string, name: string])[]
  /** What was looked for; null at first. */
  readonly search: { readonly name: string; readonly province: string; readonly units: readonly PublicUnit[]; readonly hasMore: boolean } | null
}

export function homePage(frame: PageFrame, { lines, provinces, search }: HomePage): string {
  const { base, words: { t } } = frame
  return pageOf(frame, html`<h1>${t('cases.public_home_title')}</h1>
<p>${t('cases.public_home_lead')}</p>
${helpBox(frame, lines)}
<h2 id="tim">${t('cases.public_find_title')}</h2>
<p>${t('cases.public_find_text')}</p>
${search && found(frame, search)}
<form method="post" action="${base}#tim" enctype="multipart/form-data" autocomplete="off">
<label class="label" for="name">${t('cases.public_find_name')}</label>
<input id="name" name="name" maxlength="100" value="${search?.name ?? ''}" required>
<label class="label" for="province">${t('cases.public_find_province')}</label>
<select id="province" name="province"><option value="">${t('cases.public_find_any_province')}</option>${provinces.map(
    ([code, name]) => html`<option value="${code}"${code === search?.province ? html` selected` : null}>${name}</option>`,
  )}</select>
<button>${t('cases.public_find_button')}</button>
</form>
<h2>${t('cases.public_back_title')}</h2>
<p>${t('cases.public_back_text')}</p>
<ul class="list"><li><a href="${base}/tra-loi">${t('cases.public_back_link')}</a></li></ul>`)
}

function found({ base, words: { t } }: PageFrame, { units, hasMore }: NonNullable<HomePage['search']>): Html {
  if (units.length === 0) return html`<p class="box">${t('cases.public_find_none')}</p>`
  return html`<ul class="list">${units.map(({ id, name }) => html`<li><a href="${base}/${id}">${name}</a></li>`)}</ul>${hasMore && html`<p class="hint">${t('cases.public_find_many')}</p>`}`
}
