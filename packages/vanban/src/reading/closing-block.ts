import type { Signer } from '../model.ts'
import { fold, isUpperCase, squeeze, withoutFinalPunctuation } from '../vietnamese.ts'
import { isText, type Entry } from './flow.ts'
import { BULLET_SIGNS, readLabel } from './labels.ts'
import { readPlaceDate, type PlaceDate } from './letterhead.ts'
import { RECIPIENTS_HEAD } from './text-lines.ts'
import { readTypeLine } from './document-types.ts'

/** Recipients, signature, and what follows them. */
export interface ClosingBlock {
  readonly recipients: readonly string[]
  readonly signer: Signer | null
  /** Of minutes: who wrote them and signs beside the chair. */
  readonly secretary: Signer | null
  readonly placeDate: PlaceDate | null
  /** First entry of the block, and the first one after it. */
  readonly start: number
  readonly end: number
}

const AUTHORITY = /^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{L}/iu
const POSITION =
  /\b(?:hieu truong|giam doc|chu tich|truong|pho|bi thu|chu nhiem|thu truong|chanh|to truong|thu tuong|vien truong|cuc truong|tong|ke toan|dai dien|uy vien|chi huy|thu ky|nguoi ghi bien ban|chu tri|chu toa)\b/
const SYLLABLE = '\\p{Lu}[\\p{Ll}\\p{M}]+'
const DEGREE = '(?:(?:PGS|GS|TS|ThS|Ths|Th\\.S|CN|BS|KS|NGƯT|NGND|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng)\\.?\\s*)*'
const NAME = new RegExp(`^${DEGREE}${SYLLABLE}(?:\\s+(?:${SYLLABLE}|\\p{Lu}\\.?)){1,5}$`, 'u')
const POSITION_AND_NAME = new RegExp(`^((?:\\p{Lu}{2,}[\\s.,-]*){1,12}?)\\s+(${SYLLABLE}(?:\\s+${SYLLABLE}){1,4})$`, 'u')
const SIGNED = /^[([]?\s*(?:đã ký|đã kí|ký tên|ký,|chữ ký|dấu)/iu

const isPosition = (line: string): boolean => isUpperCase(line) && line.length < 70 && POSITION.test(fold(line)) && !/[;:]$/.test(line)
const isName = (line: string): boolean => NAME.test(line)

/** One line of a signature for every authority: “TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH” is two. */
function splitAuthorities(line: string): readonly string[] {
  return line.split(/\s+(?=(?:TM|KT|TL|TUQ)\s*\.\s*\p{Lu})/u).flatMap((part) => {
    const both = POSITION_AND_NAME.exec(part)
    return both && isPosition(both[1] ?? '') ? [squeeze(both[1] ?? ''), squeeze(both[2] ?? '')] : [part]
  })
}

/** “KT. CHỦ TỊCH PHÓ CHỦ TỊCH” on one line: a deputy signs for the head, so the second title begins with PHÓ. */
function splitDeputy(line: string): readonly string[] {
  const match = /^((?:KT)\s*\.\s*.{3,40}?)\s+(PHÓ\s.+)$/iu.exec(line)
  return match ? [match[1] ?? '', match[2] ?? ''] : [line]
}

const BULLETED = new RegExp(`^[${BULLET_SIGNS}]`, 'u')
const OPENING_SIGNS = new RegExp(`^[${BULLET_SIGNS}.\\s]+`, 'u')

function cleanRecipient(text: string): string {
  return withoutFinalPunctuation(squeeze(text.replace(OPENING_SIGNS, '')).replace(/[\s;,.-]+$/u, ''))
}

interface Block {
  recipients: string[]
  signature: string[]
  end: number
}

const LONGEST_BLOCK = 60

function collect(entries: readonly Entry[], start: number): Block {
  const block: Block = { recipients: [], signature: [], end: start }
  let listing = false
  let filed = false
  for (let i = start; i < Math.min(entries.length, start + LONGEST_BLOCK); i += 1) {
    const entry = entries[i]
    if (!isText(entry)) break
    const { text } = entry
    const head = RECIPIENTS_HEAD.exec(text)
    if (head) {
      if (listing || block.recipients.length > 0) break
      listing = true
      filed = false
      const rest = text.slice(head[0].length).trim()
      const cut = /(?:^|\s)((?:TM|KT|TL|TUQ)\s*\.\s*\p{Lu}.*)$/u.exec(rest)
      if (cut) block.signature.push(...splitAuthorities(cut[1] ?? ''))
      const named = (cut ? rest.slice(0, cut.index) : rest).split(/;\s*(?:-\s*)?|\.\s+-\s*/).map(cleanRecipient).filter((line) => line !== '')
      block.recipients.push(...named)
      filed = named.some((line) => /^lưu/iu.test(line))
      block.end = i + 1
      continue
    }
    const signs = AUTHORITY.test(text) || isPosition(text) || isName(text) || POSITION_AND_NAME.test(text) || SIGNED.test(text) || readPlaceDate(text) !== null || garbledDeputy(text, block.signature)
    if (text.length > 160 || readLabel(text)?.style === 'appendix' || readTypeLine(text)?.rest === '' || /^\[\d+\]/.test(text)) break
    const bulleted = BULLETED.test(text)
    if (listing && !filed && !(signs && !bulleted && (AUTHORITY.test(text) || isPosition(text) || POSITION_AND_NAME.test(text) || block.recipients.length > 1))) {
      const cut = /[;.]\s+((?:TM|KT|TL|TUQ)\s*\.\s*\p{Lu}.*|[\p{Lu}\s]{8,40})$/u.exec(text)
      if (cut) block.signature.push(...splitAuthorities(cut[1] ?? ''))
      const recipient = cleanRecipient(cut ? text.slice(0, cut.index) : text)
      const before = block.recipients.at(-1)
      if (!bulleted && before !== undefined && /[\p{Ll},(]$/u.test(before) && !/[;.]$/.test(endOf(entries, i - 1)) && bulletedBefore(entries, i - 1)) {
        block.recipients[block.recipients.length - 1] = `${before} ${recipient}`
      } else if (recipient !== '') block.recipients.push(recipient)
      filed = /^lưu/iu.test(fold(recipient)) || /^luu/.test(fold(recipient))
      block.end = i + 1
      continue
    }
    if (signs) {
      block.signature.push(...splitAuthorities(text).flatMap(splitDeputy))
      block.end = i + 1
      continue
    }
    if (listing && filed && bulleted && block.signature.length === 0) {
      block.recipients.push(cleanRecipient(text))
      block.end = i + 1
      continue
    }
    if (hasName(block.signature)) break
    block.end = i + 1
  }
  return block
}

const hasName = (lines: readonly string[]): boolean => lines.some(isName)
const textOf = (entry: Entry | undefined): string => (isText(entry) ? entry.text : '')
const endOf = (entries: readonly Entry[], at: number): string => textOf(entries[at]).trim()
const bulletedBefore = (entries: readonly Entry[], at: number): boolean => BULLETED.test(textOf(entries[at]))

/** After “KT. CHỦ TỊCH” a scanner's “tự HÓ CHỦ TỊCH” can only be the deputy's title. */
function garbledDeputy(line: string, signature: readonly string[]): boolean {
  const head = /^KT\s*\.\s*(.+)$/iu.exec(signature.at(-1) ?? '')?.[1]
  return head !== undefined && line.length < head.length + 12 && fold(line).endsWith(fold(head))
}

function readSigner(lines: readonly string[]): Signer | null {
  const authorities = lines.filter((line) => AUTHORITY.test(line))
  const head = authorities.map((line) => /^KT\s*\.\s*(.+)$/iu.exec(line)?.[1]).find((title) => title !== undefined)
  const name = lines.find(isName) ?? lines.filter((line) => !AUTHORITY.test(line) && !isPosition(line) && isUpperCase(line) && NAME.test(titled(line))).at(-1) ?? null
  const before = name === null ? lines : lines.slice(0, lines.indexOf(name))
  const titles = before.filter((line) => !AUTHORITY.test(line) && line !== name && (isPosition(line) || (head !== undefined && fold(line).endsWith(fold(head)))))
  const last = titles.at(-1) ?? null
  const position = last !== null && head !== undefined && fold(last).endsWith(fold(head)) && fold(last) !== `pho ${fold(head)}` ? `PHÓ ${head}` : last
  if (authorities.length === 0 && position === null && name === null) return null
  return { authority: authorities.length > 0 ? authorities.join('; ') : null, position, name }
}

const SECRETARY = /^(?:thu ky|nguoi ghi bien ban)(?: (?:cuoc hop|hoi nghi|phien hop))?$/

/** Minutes have two signatures side by side: titles and names are paired in the order in which they stand. */
function readSigners(lines: readonly string[]): Pick<ClosingBlock, 'signer' | 'secretary'> {
  const titles = lines.filter(isPosition)
  const names = lines.filter(isName)
  const at = titles.findIndex((line) => SECRETARY.test(fold(line)))
  if (at < 0 || titles.length !== 2) return { signer: readSigner(lines), secretary: null }
  const own = [titles[at], names[at]]
  return { signer: readSigner(lines.filter((line) => !own.includes(line))), secretary: { authority: null, position: titles[at] ?? null, name: names[at] ?? null } }
}

function titled(line: string): string {
  return line.toLocaleLowerCase('vi').replace(/(^|\s)(\p{L})/gu, (_, space: string, letter: string) => space + letter.toLocaleUpperCase('vi'))
}

/** Where recipients or signature begin; the length of the document when it has neither. */
function startOfClosing(entries: readonly Entry[], from: number): number {
  let start = entries.findIndex((entry, i) => i >= from && isText(entry) && RECIPIENTS_HEAD.test(entry.text))
  if (start < 0) start = entries.findIndex((entry, i) => i >= from && isText(entry) && AUTHORITY.test(entry.text) && isUpperCase(entry.text))
  if (start < 0) {
    const last = entries.length - 1
    for (let i = last; i > from && i > last - 6; i -= 1) if (isPosition(textOf(entries[i]))) start = i
  }
  if (start < 0) return entries.length
  while (start > from) {
    const text = textOf(entries[start - 1])
    const signs = AUTHORITY.test(text) || isPosition(text) || isName(text) || SIGNED.test(text) || readPlaceDate(text) !== null
    if (text === '' || !signs || text.length > 80) break
    start -= 1
  }
  return start
}

/** Finds recipients and signature at the end of the text that begins at `from`. */
export function readClosingBlock(entries: readonly Entry[], from: number): ClosingBlock {
  const start = startOfClosing(entries, from)
  const block = collect(entries, start)
  const dated = entries.slice(start, block.end).flatMap((entry) => (isText(entry) ? [readPlaceDate(entry.text)] : [])).find((found) => found !== null) ?? null
  const lines = block.signature.filter((line) => !SIGNED.test(line) && readPlaceDate(line) === null).map((line) => withoutFinalPunctuation(line))
  return { recipients: block.recipients, ...readSigners(lines), placeDate: dated, start, end: block.end }
}
