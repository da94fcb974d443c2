import { type CompiledMessageToken, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Catalog } from './messages.ts'

/** Formats that would bypass `day.ts`: they follow the machine's time zone and order of day and month. */
const RAW_FORMATS = new Set(['date', 'time'])

/**
 * What is wrong between the two languages of a module: keys that one of them lacks, empty messages, broken braces,
 * arguments, choices or marks (`<strong>`) that differ, days formatted inside a message.
 *
 * A counted argument is written `{n, number}` or `{n, plural, …}` in both languages, so that 1.234 gets its dot.
 *
 * @param prefixes  what the module's keys may start with, such as `plans.` and `errors.plans.`
 * @returns one sentence for each finding; empty when all is well
 */
export function checkCatalogs(prefixes: readonly string[], vi: Catalog, en: Catalog): string[] {
  const keys = [...new Set([...Object.keys(vi), ...Object.keys(en)])].sort()
  return keys.flatMap((key) => {
    const foreign = prefixes.some((prefix) => key.startsWith(prefix)) ? [] : [`${key}: must start with ${prefixes.join(' or ')}`]
    return [...foreign, ...compareMessages(key, vi[key], en[key])]
  })
}

function compareMessages(key: string, vi: string | undefined, en: string | undefined): string[] {
  if (vi === undefined) return [`${key}: missing in vi.json`]
  if (en === undefined) return [`${key}: missing in en.json`]
  const inVi = shapeOf(vi)
  const inEn = shapeOf(en)
  const broken = [...inVi.findings.map((finding) => `${key} in vi.json ${finding}`), ...inEn.findings.map((finding) => `${key} in en.json ${finding}`)]
  if (broken.length > 0 || inVi.shape === inEn.shape) return broken
  return [`${key}: vi.json fills ${inVi.shape || 'nothing'}, en.json fills ${inEn.shape || 'nothing'}`]
}

function shapeOf(message: string): { shape: string; findings: readonly string[] } {
  if (message.trim() === '') return { shape: '', findings: ['is empty'] }
  const names = new Set<string>(message.match(/<\/?[a-z]+>/g))
  const findings = new Set<string>()
  try {
    collect(compileMessageOrThrow(message), names, findings)
  } catch (error) {
    findings.add(`is no ICU message: ${String(error).split('\n')[0]}`)
  }
  return { shape: [...names].sort().join(' '), findings: [...findings] }
}

function collect(tokens: readonly CompiledMessageToken[], names: Set<string>, findings: Set<string>): void {
  for (const token of tokens) {
    if (typeof token === 'string') continue
    const [name, type, format] = token
    const choices = choicesOf(format)
    names.add(describeArgument(name, type, Object.keys(choices)))
    if (type !== undefined && RAW_FORMATS.has(type)) findings.add(`formats {${name}} as a ${type}: pass it formatted`)
    for (const inner of Object.values(choices)) collect(inner, names, findings)
  }
}

function describeArgument(name: string, type: string | undefined, choices: string[]): string {
  if (type === 'select') return `{${name}: ${choices.sort().join('|')}}`
  return type === undefined ? `{${name}}` : `{${name}, number}`
}

function choicesOf(format: unknown): Record<string, CompiledMessageToken[]> {
  if (typeof format !== 'object' || format === null) return {}
  return Object.fromEntries(Object.entries(format).filter(([, inner]) => Array.isArray(inner)))
}
