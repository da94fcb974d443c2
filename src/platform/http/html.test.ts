import fc from 'fast-check'
import { expect, it } from 'vitest'
import { html } from './html.ts'

const plain = (escaped: string) => escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

it('whatever text comes in stays text, in elements and in attributes', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const found = /^<p title="([^<>"']*)">([^<>"']*)<\/p>$/s.exec(html`<p title="${text}">${text}</p>`.text)
    expect(found?.slice(1).map(plain)).toEqual([text, text])
  }))
})

it('pieces are put in as they are, and nothing for what is not there', () => {
  expect(html`<ul>${[html`<li>${'a&b'}</li>`, html`<li>2</li>`]}${null}${false}${0}</ul>`.text).toBe('<ul><li>a&amp;b</li><li>2</li>0</ul>')
})
