import { execFileSync } from 'node:child_process'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DocumentModel, Item, Section } from '@songhanh/vanban/model'

// What a plan says, as one reads it: on the screen and in the files that were issued.

/** A line of the body with its place in the tree. */
export interface Line {
  readonly depth: number
  /** “II”, “1”, “a”, “-” */
  readonly label: string
  readonly text: string
}

/** The body of the plan as it stands on the screen. */
export async function linesOnScreen(page: Page): Promise<Line[]> {
  const rows = await page.locator('.outline > .line').evaluateAll((all) =>
    all.map((row) => ({
      depth: Number(/line-(\d)/.exec(row.className)?.[1]),
      label: row.querySelector('.line-label')?.textContent ?? '',
      text: row.querySelector('.line-text')?.textContent ?? '',
    })),
  )
  return rows.map(asRead)
}

/** The body of a document that was read, without the appendix that repeats its tasks as a table. */
export function linesOfDocument({ sections }: DocumentModel): Line[] {
  return sections.filter(({ kind }) => kind !== 'appendix').flatMap(linesOfSection).map(asRead)
}

function linesOfSection({ depth, label, title, items, children }: Section): Line[] {
  return [{ depth, label: label ?? '', text: title }, ...items.flatMap((item) => linesOfItem(item, depth + 1)), ...children.flatMap(linesOfSection)]
}

function linesOfItem(item: Item, depth: number): Line[] {
  if ('table' in item) return [{ depth, label: 'table', text: '' }]
  return [{ depth, label: item.marker ?? '', text: item.text }, ...item.items.flatMap((inner) => linesOfItem(inner, depth + 1))]
}

function asRead({ depth, label, text }: Line): Line {
  return { depth, label: label.trim().replace(/[.)]$/, ''), text: text.normalize('NFC').replace(/\s+/g, ' ').trim() }
}

/** The file as LibreOffice shows it, as a PDF in the folder; null where it is not installed. */
export function openedByLibreOffice(path: string, folder: string): string | null {
  const answer = runIfInstalled('soffice', [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'pdf', '--outdir', folder, path])
  return answer === null ? null : join(folder, basename(path).replace(/\.\w+$/, '.pdf'))
}

/** The text of a PDF in the order of the page; null where pdftotext is not installed. */
export function textOfPdf(path: string): string | null {
  return runIfInstalled('pdftotext', ['-enc', 'UTF-8', path, '-'])
}

function runIfInstalled(program: string, args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 90_000 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
