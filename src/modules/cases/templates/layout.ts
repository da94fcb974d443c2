import { createHash } from 'node:crypto'
import { Html, html } from '#platform/http/html.ts'
import type { Translator } from '#platform/i18n/translator.ts'

/** Where “leave quickly” leads: a page that nobody wonders about. */
const HARMLESS = 'https://vi.wikipedia.org/'

const STYLE = `*{box-sizing:border-box}body{margin:0;background:#f4f7f8;color:#17232e;font:1.0625rem/1.55 "Be Vietnam Pro",system-ui,sans-serif}
header{position:sticky;top:0;z-index:1;display:flex;gap:1rem;align-items:center;justify-content:flex-end;background:#0b4f5c;padding:.5rem 1rem}
header a{color:#fff;padding:.6rem .2rem}header .exit{background:#17232e;border-radius:.4rem;padding:.6rem 1.1rem;font-weight:600;text-decoration:none}
main{max-width:40rem;margin:0 auto;padding:1rem 1rem 4rem}h1{font-size:1.5rem;line-height:1.3;margin:.5rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem}
a{color:#0b4f8a}p{margin:.5rem 0}.hint,small{color:#44535f;font-size:.9375rem}.box{background:#fff;border:1px solid #d3dbe0;border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0}
.call{background:#fde8e6;border:0;border-left:.35rem solid #8f1d14;border-radius:0}.call h2{margin:0 0 .25rem}.call ul{list-style:none;margin:0;padding:0}.call li{padding:.4rem 0}
.call a{font-size:1.375rem;font-weight:700;padding-right:.3rem}.call small{display:block}.bad{border-left:.35rem solid #8f1d14}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}legend,.label{display:block;font-weight:600;padding:0;margin:1rem 0 .4rem}
.pick label{display:flex;gap:.75rem;align-items:center;background:#fff;border:1px solid #66757f;border-radius:.5rem;padding:.7rem .9rem;margin:.5rem 0;min-height:3rem}
.pick label:has(:checked){border-color:#0b4f5c;background:#e2f0f2;box-shadow:inset 0 0 0 1px #0b4f5c}.pick input{width:1.3rem;height:1.3rem;flex:none;accent-color:#0b4f5c}
input:not([type=radio]):not([type=checkbox]),textarea,select{width:100%;font:inherit;color:inherit;background:#fff;border:1px solid #66757f;border-radius:.4rem;padding:.65rem .75rem;min-height:3rem}
button{font:inherit;font-weight:600;color:#fff;background:#0b4f5c;border:0;border-radius:.4rem;padding:.75rem 1.5rem;min-height:3rem;width:100%;margin-top:1rem;cursor:pointer}
:focus-visible{outline:3px solid #ffb81c;outline-offset:2px}.list{padding:0;list-style:none}.list a{display:block;background:#fff;border:1px solid #d3dbe0;border-radius:.5rem;padding:.75rem 1rem;margin:.5rem 0}
.code{font:700 1.5rem/1.4 ui-monospace,monospace;letter-spacing:.05em;overflow-wrap:anywhere}dl{margin:0}dt{font-weight:600;margin-top:.5rem}dd{margin:0}
.said{white-space:pre-wrap;overflow-wrap:anywhere;margin:.25rem 0}.they{border-left:.35rem solid #0b4f5c}`

/** Esc three times, or a click, replaces the page, so that “back” does not lead to it. Without it the link is a link. */
const SCRIPT = `(()=>{const a=document.querySelector('.exit');let n=0,t=0;const go=()=>{document.documentElement.hidden=true;location.replace(a.href)};a.addEventListener('click',e=>{e.preventDefault();go()});addEventListener('keydown',e=>{const now=Date.now();n=e.key==='Escape'?(now-t<2000?n+1:1):0;t=now;if(n>2)go()})})()`

const digestOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing of others, nothing kept, no address told on; the one style and the one script are named by their digests. */
export const PUBLIC_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src ${digestOf(STYLE)}; script-src ${digestOf(SCRIPT)}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}

/** What every public page is made with. */
export interface PageFrame {
  readonly words: Translator
  /** Beginning of the addresses in this language. */
  readonly base: string
  /** The same page in the other language; the first page where that cannot be. */
  readonly otherLanguage: string
}

/** A whole page: neutral in its title and icon, the way out always at the top. */
export function pageOf({ words, otherLanguage }: PageFrame, body: Html): string {
  const { language, t } = words
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('cases.public_page_title')}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<header><a href="${otherLanguage}" lang="${language === 'vi' ? 'en' : 'vi'}">${t('cases.public_language')}</a><a class="exit" href="${HARMLESS}" rel="noreferrer">${t('cases.public_exit')}</a></header>
<main>
${body}
<p class="hint">${t('cases.public_exit_hint')}</p>
</main>
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`.text
}
