import { readFile, stat } from 'node:fs/promises'
import type { DocumentModel } from '@songhanh/vanban/model'
import type * as z from 'zod/mini'
import { Reading } from '#modules/documents/model/reading-schema.ts'
import { Refusal } from '#platform/cli/command.ts'
import { checkInputFile, withFile } from '#platform/cli/files.ts'

const MOST_BYTES = 20 * 1024 * 1024

/** How many faults are told at once. */
const TOLD = 5

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách [ … ]',
  object: 'một đối tượng { … }',
}

/**
 * Reads a document model written as JSON, as `read --json` and `draft --out plan.json` print it.
 * @throws Refusal naming the first places that do not fit
 */
export async function readModelFile(path: string): Promise<DocumentModel> {
  await checkInputFile(path)
  if ((await stat(path)).size > MOST_BYTES) throw new Refusal(`Tệp “${path}” quá lớn: mô hình văn bản có tối đa 20 MB.`)
  const text = await withFile(path, () => readFile(path, 'utf8'))
  try {
    const parsed = Reading.safeParse(parseJson(text, path))
    if (parsed.success) return parsed.data
    const { issues } = parsed.error
    const more = issues.length > TOLD ? `\n  … và ${issues.length - TOLD} chỗ nữa` : ''
    throw new Refusal(`“${path}” chưa phải mô hình văn bản mà “read --json” in ra:\n${issues.slice(0, TOLD).map((issue) => `  ${placeOf(issue.path)}: ${faultOf(issue)}`).join('\n')}${more}`)
  } catch (error) {
    // The schema walks as deep as the sections and items go.
    if (error instanceof RangeError) throw new Refusal(`“${path}” lồng nhau quá sâu để là một văn bản.`, { cause: error })
    throw error
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const where = /\(line (\d+) column (\d+)\)/.exec(cause instanceof Error ? cause.message : '')
    const at = where ? ` (dòng ${where[1]}, cột ${where[2]})` : ''
    throw new Refusal(`“${path}” không phải JSON đúng${at}. Hãy dùng tệp do “read --json” hoặc “draft --out plan.json” ghi ra.`, { cause })
  }
}

/** `sections[2].items[0].text` */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'cả tệp'
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('')
}

function faultOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `cần ${EXPECTED[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `cần một trong ${issue.values.join(', ')}`
    case 'too_big':
      return `dài quá ${issue.maximum}`
    case 'invalid_union':
      return 'không phải đoạn chữ { marker, text, items } hay bảng { table }'
    default:
      return 'không đúng dạng'
  }
}
