import { html, type Html } from '#platform/http/html.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { HelpLine } from '../reference/help-lines.ts'
import type { PageFrame } from './layout.ts'

/** The numbers to call, each with the day of its last check and how sure it is. */
export function helpBox({ words: { t, language } }: PageFrame, lines: readonly HelpLine[]): Html {
  const days = ({ from, until }: HelpLine) => (from && until ? `; ${t(['cases.public_line_days', { from: formatDay(from), until: formatDay(until) }])}` : '')
  const mark = ({ checkedOn, isCertain }: HelpLine) => {
    if (checkedOn === null) return t('cases.public_line_unchecked')
    const checked = t(['cases.public_line_checked', { day: formatDay(checkedOn) }])
    return isCertain ? checked : `${checked}; ${t('cases.public_line_uncertain')}`
  }
  return html`<section class="box call"><h2>${t('cases.public_lines_title')}</h2><ul>${lines.map(
    (line) => html`<li><a href="tel:${line.phone.replaceAll(' ', '')}">${line.phone}</a> ${line.name[language]}${line.address && html`<small>${line.address}</small>`}<small>${mark(line)}${days(line)}</small></li>`,
  )}</ul></section>`
}
