import { createHash } from 'node:crypto'

/** What pages may load and run: what this site serves, and nothing that stands in the page itself. */
const DIRECTIVES = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'self'"],
} as const satisfies Readonly<Record<string, readonly string[]>>

/**
 * The content security policy of an answer.
 *
 * @param page  HTML whose `<style>` elements may stand as they are, each by its digest; a changed one is not applied
 */
export function contentPolicy(page = ''): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return Object.entries(DIRECTIVES)
    .map(([name, sources]) => [name, ...sources, ...(name === 'style-src' ? styles : [])].join(' '))
    .join('; ')
}
