#!/usr/bin/env node
// Scores how well the reader recovers the structure of real Vietnamese administrative documents.
//
//   node tools/score-reading.mjs [--gold DIR] [--raw DIR] [--files DIR] [--only 003,004] [--mutate NAME|all [--every N]] [--least N] [--json]
//                                [--verbose] [-- COMMAND [ARG ...]]
//
// Reads every document that has an annotation (../shared/corpus/gold, or $SONGHANH_CORPUS; its GOLD_RULES.md says how they
// are compared): its plain text in --raw, or with --files the DOCX, PDF or scan whose name begins with the same number.
// With a COMMAND that is run once per document with the path appended, and prints one JSON object. --mutate changes the text
// first (packages/vanban/src/reading/mutations.ts) and says how far the score falls, with --every N on each Nth document, others for every mutation. Prints a row per document and the totals per field, in
// percent: the macro F1 is the plain mean over the ten main fields, the detail F1 over the attributes of matched entries.
// Exit 1 when a document gave no reading or a macro F1 is below --least, 2 when the arguments are wrong.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MAIN, f1, mean, reset, scoreDocument, scored, totals } from './score/compare.mjs'
import { ROOT, runScript } from './runtime.mjs'

// The reader is TypeScript, which only the project's own Node runs as it is.
if (!process.features.typescript) process.exit(await runScript('tools/score-reading.mjs', process.argv.slice(2)))
const { MUTATIONS } = await import('../packages/vanban/src/reading/mutations.ts')

const print = (line) => process.stdout.write(`${line}\n`)
const fail = (message) => {
  console.error(message)
  process.exit(2)
}

const argv = process.argv.slice(2)
const split = argv.indexOf('--')
const command = split < 0 ? [] : argv.slice(split + 1)
const corpus = process.env.SONGHANH_CORPUS ?? join(ROOT, '../shared/corpus')
const { values: options } = parseArgs({
  args: split < 0 ? argv : argv.slice(0, split),
  options: {
    gold: { type: 'string', default: join(corpus, 'gold') },
    raw: { type: 'string', default: join(corpus, 'raw') },
    files: { type: 'string' },
    only: { type: 'string' },
    mutate: { type: 'string' },
    every: { type: 'string', default: '1' },
    least: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})
if (!existsSync(options.gold)) fail(`no annotated documents in ${options.gold}`)
const only = options.only?.split(',').map((id) => id.trim())
const golds = readdirSync(options.gold)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(options.gold, name), 'utf8')))
  .filter((gold) => only === undefined || only.includes(gold.id))
  .flatMap((gold) => (pathOf(gold) === null ? [] : [{ gold, path: pathOf(gold) }]))
if (golds.length === 0) fail('no document to read')

function pathOf(gold) {
  if (options.files === undefined) return join(options.raw, gold.file)
  const file = readdirSync(options.files).find((name) => name.startsWith(`${gold.id}_`))
  return file === undefined ? null : join(options.files, file)
}

const scratch = mkdtempSync(join(tmpdir(), 'score-'))
const reader = command.length > 0 ? readByCommand : await ownReader()

function readByCommand(path) {
  const out = execFileSync(command[0], [...command.slice(1), path], { encoding: 'utf8', timeout: 120_000, maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'pipe'] })
  const start = out.indexOf('{')
  if (start < 0) throw new Error('the command printed no JSON object')
  return JSON.parse(out.slice(start))
}

async function ownReader() {
  const { createReaderPool } = await import('../packages/vanban/src/process/reader-pool.ts')
  const { toReading } = await import('../packages/vanban/src/reading/reading-json.ts')
  const pool = createReaderPool({ children: 1, timeoutMs: 60_000 }) // the score is not of the machine
  process.on('exit', () => void pool.close())
  return async (path) => {
    const outcome = await pool.read({ name: path, path })
    if (!outcome.ok) throw new Error(`${outcome.reason} (${outcome.detail})`)
    return toReading(outcome.model)
  }
}

async function run(mutation, chosen = golds) {
  reset()
  const rows = []
  for (const { gold, path } of chosen) {
    const report = []
    const before = new Map([...totals].map(([field, t]) => [field, { ...t }]))
    const started = performance.now()
    let found = {}
    let failed = null
    try {
      found = await reader(mutation === undefined ? path : mutated(path, mutation))
    } catch (error) {
      failed = String(error.stderr || error.message).trim().split('\n').at(-1)
    }
    const seconds = (performance.now() - started) / 1000
    scoreDocument(gold, found, report, mutation?.bare === true)
    const fields = MAIN.flatMap((field) => {
      const [t, b] = [totals.get(field), before.get(field) ?? { hit: 0, missed: 0, extra: 0 }]
      const d = t && { hit: t.hit - b.hit, missed: t.missed - b.missed, extra: t.extra - b.extra }
      return scored(d) ? [[field, Math.round(100 * f1(d))]] : []
    })
    rows.push({ gold, report, failed, seconds, fields })
  }
  const main = MAIN.filter((field) => scored(totals.get(field)))
  const details = [...totals.keys()].filter((field) => field.includes('.') && scored(totals.get(field)))
  return { rows, macro: main.length === 0 ? 0 : 100 * mean(main), detail: details.length === 0 ? 0 : 100 * mean(details), main }
}

function mutated(path, { change }) {
  const file = join(scratch, 'text.txt')
  const text = readFileSync(path, 'utf8').replace(/\r\n/g, '\n')
  writeFileSync(file, change(text))
  return file
}

const cell = (ratio, width) => (100 * ratio).toFixed(1).padStart(width)
const share = (part, whole) => (whole === 0 ? 1 : part / whole)

function printRun({ rows, macro, detail, main }) {
  for (const { gold, report, failed, seconds, fields } of rows) {
    const row = fields.map(([field, value]) => `${field} ${value}`)
    print(`${gold.id} ${gold.header.docType ?? ''}${gold.restored ? ' (scan)' : ''}: ${row.join(' · ')} · ${seconds.toFixed(2)} s`)
    if (failed !== null) print(`  no reading: ${failed}`)
    if (options.verbose) for (const line of report) print(line)
  }
  print('\nfield                        precision  recall    F1    (hit/missed/extra)')
  for (const [field, t] of totals) {
    if (!scored(t)) continue
    const [precision, recall] = [share(t.hit, t.hit + t.extra), share(t.hit, t.hit + t.missed)]
    print(`${field.padEnd(28)} ${cell(precision, 8)} ${cell(recall, 8)} ${cell(f1(t), 6)}   (${[t.hit, t.missed, t.extra].map((n) => Number(n.toFixed(1))).join('/')})`)
  }
  print(`\ndetail F1: ${detail.toFixed(1)}\nmacro F1 over ${main.length} fields: ${macro.toFixed(1)}`)
}

function chosenMutations() {
  if (options.mutate === 'all') return Object.entries(MUTATIONS)
  const found = Object.entries(MUTATIONS).filter(([name]) => name.includes(options.mutate))
  if (found.length === 0) fail(`no such mutation; there are:\n${Object.keys(MUTATIONS).join('\n')}`)
  return found
}

let result
let lowest = 100
if (options.mutate === undefined) {
  result = await run()
  lowest = result.macro
  if (options.json) print(JSON.stringify({ macro: result.macro, detail: result.detail, documents: result.rows.map(({ gold, fields, seconds, failed }) => ({ id: gold.id, ...Object.fromEntries(fields), seconds, failed })) }, null, 1))
  else printRun(result)
} else {
  const plain = await run()
  const base = new Map(plain.main.map((field) => [field, f1(totals.get(field))]))
  print(`unchanged: macro ${plain.macro.toFixed(1)}, detail ${plain.detail.toFixed(1)}`)
  const every = Number(options.every)
  for (const [at, [name, mutation]] of chosenMutations().entries()) {
    result = await run(mutation, golds.filter((_, place) => (place + at) % every === 0))
    lowest = Math.min(lowest, result.macro)
    const falls = result.main.flatMap((field) => {
      const fall = 100 * ((base.get(field) ?? 0) - f1(totals.get(field)))
      return fall >= 0.5 ? [`${field} −${fall.toFixed(1)}`] : []
    })
    print(`${name}: macro ${result.macro.toFixed(1)} (−${(plain.macro - result.macro).toFixed(1)}), detail ${result.detail.toFixed(1)}${falls.length > 0 ? `; ${falls.join(', ')}` : ''}`)
    if (options.verbose) for (const { gold, report } of result.rows) for (const line of report) print(`${gold.id}${line}`)
  }
}
process.exit(result.rows.some(({ failed }) => failed !== null) || lowest < Number(options.least) ? 1 : 0)
