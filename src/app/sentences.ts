import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppError } from '#platform/errors.ts'
import { createProduct } from './product.ts'

/** The Vietnamese sentence of an expected failure, for the command line. */
export function sentenceOf(error: AppError): string {
  const key = `errors.${error.code}`
  for (const { folder } of createProduct().modules) {
    const file = join(folder, 'i18n/vi.json')
    if (!existsSync(file)) continue
    const sentence = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)[key]
    if (sentence) return sentence.replace(/\{(\w+)[^{}]*\}/g, (_, name: string) => String(error.params[name] ?? ''))
  }
  return `${error.code} ${JSON.stringify(error.params)}`
}
