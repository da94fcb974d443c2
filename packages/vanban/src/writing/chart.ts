import type { Chart, Table } from '../model.ts'
import { glyphPath, textWidth, type Face } from './font.ts'
import { millimetres } from './form.ts'

/** A chart drawn from a table: labels from its first column of words, series from its columns of numbers. */
export interface ChartDrawing {
  readonly svg: string
  /** Millimetres. */
  readonly width: number
  readonly height: number
  /** What the chart says, for those who cannot see it. */
  readonly description: string
}

interface ChartData {
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

/** Points. */
const SIZE = 10
const LINE_HEIGHT = 4.2
/** Told apart in black and white too. */
const SHADES = ['#404040', '#9a9a9a', '#d5d5d5', '#6f6f6f']
const DASHES = ['', '2 1', '0.6 0.8', '3 1 0.6 1']
const LEGEND = 7
const TITLE = 6
const SERIAL = /^(TT|STT|Số TT|Stt)\.?$/u

/** Draws the numbers of a table, `width` millimetres wide; null when the table has no numbers to draw. */
export function drawChart(table: Table, chart: Chart, width: number): ChartDrawing | null {
  const data = chartData(table)
  if (data.series.length === 0 || data.labels.length === 0) return null
  const title = chart.title === null ? [] : wrapped(chart.title, width * 0.86)
  const parts: readonly Drawn[] = [
    ...title.map((words) => ({ svg: text(words, width / 2, 4, 'middle', 'bold'), height: TITLE })),
    ...(data.series.length > 1 ? [{ svg: legendOf(data, chart.kind, width), height: LEGEND }] : []),
    chart.kind === 'bar' ? bars(data, width) : lines(data, width),
  ]
  let height = 0
  let drawn = ''
  for (const part of parts) {
    drawn += `<g transform="translate(0 ${height})">${part.svg}</g>`
    height = round(height + part.height)
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">${drawn}</svg>`
  return { svg, width, height, description: describe(data, chart) }
}

/** The numbers of a table as a chart takes them; rows of totals and rows that span the table are left out. */
export function chartData(table: Table): ChartData {
  const count = Math.max(0, ...table.rows.map((row) => row.length))
  const names = Array.from({ length: count }, (_, column) => table.head.map((row) => row[column] ?? '').filter((text) => text !== '').at(-1) ?? '')
  const rows = table.rows.filter((row) => row.length === count && !row.some((cell) => /^(tổng( cộng| số)?|cộng)(?!\p{L})/iu.test(cell)))
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => (row[column] ?? '').replace(/\s+/gu, ' ')))
  const isSerial = (column: number): boolean => SERIAL.test(names[column] ?? '')
  const isNumeric = (column: number): boolean => columns[column]?.some((cell) => cell !== '') === true && columns[column].every((cell) => cell === '' || numberIn(cell) !== null)
  const label = columns.findIndex((_, column) => !isSerial(column) && !isNumeric(column))
  const series = columns.flatMap((cells, column) => (column !== label && !isSerial(column) && isNumeric(column) ? [{ name: names[column] ?? '', values: cells.map(numberIn) }] : []))
  return { labels: columns[label] ?? rows.map((_, index) => String(index + 1)), series: series.slice(0, SHADES.length) }
}

/** “1.250.000”, “12,5”, “45%”; null for anything else. */
function numberIn(text: string): number | null {
  const plain = /^([-–]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s?%?$/u.exec(text.trim())
  if (plain === null) return null
  const value = Number(`${plain[2]?.replaceAll('.', '')}.${plain[3] ?? '0'}`)
  return plain[1] === '' ? value : -value
}

interface Drawn {
  readonly svg: string
  readonly height: number
}

/** Level bars, one group for each label, which may take several lines. */
function bars(data: ChartData, width: number): Drawn {
  const labelWidth = Math.min(width * 0.38, Math.max(...data.labels.map((label) => widthOf(label))) + 2)
  const valueWidth = Math.max(...data.series.flatMap((one) => one.values.map((value) => widthOf(numberText(value))))) + 3
  const most = Math.max(0, ...data.series.flatMap((one) => one.values.map((value) => value ?? 0)))
  const room = width - labelWidth - valueWidth - 3
  const thickness = data.series.length > 1 ? 4 : 5
  let y = 2
  let svg = ''
  for (const [row, label] of data.labels.entries()) {
    const words = wrapped(label, labelWidth - 1)
    const height = Math.max(words.length * LINE_HEIGHT, data.series.length * thickness) + 2.4
    words.forEach((line, index) => {
      svg += text(line, labelWidth - 1, y + height / 2 + (index - words.length / 2 + 0.5) * LINE_HEIGHT + 1.2, 'end')
    })
    data.series.forEach((one, index) => {
      const value = one.values[row] ?? null
      const length = most === 0 ? 0 : (Math.max(0, value ?? 0) / most) * room
      const top = y + height / 2 + (index - data.series.length / 2) * thickness
      svg += `<rect x="${round(labelWidth + 1)}" y="${round(top + 0.3)}" width="${round(length)}" height="${thickness - 0.6}" fill="${SHADES[index]}"/>`
      svg += text(numberText(value), labelWidth + 2 + length, top + thickness / 2 + 1.2, 'start')
    })
    y += height
  }
  svg += line(labelWidth + 1, 1, labelWidth + 1, y, '#000000', 0.25)
  return { svg, height: round(y + 1) }
}

/** Lines over the labels, from zero to a round number. */
function lines(data: ChartData, width: number): Drawn {
  const height = 62
  const most = Math.max(0, ...data.series.flatMap((one) => one.values.map((value) => value ?? 0)))
  const step = roundStep(most / 4)
  const top = Math.max(step, Math.ceil(most / step) * step)
  const left = Math.max(...Array.from({ length: Math.round(top / step) + 1 }, (_, index) => widthOf(numberText(index * step)))) + 3
  const [right, bottom, upper] = [width - 8, height - 12, 3]
  const x = (index: number): number => left + 6 + (data.labels.length === 1 ? 0 : (index / (data.labels.length - 1)) * (right - left - 6))
  const y = (value: number): number => bottom - (value / top) * (bottom - upper)
  let svg = ''
  for (let value = 0; value <= top + step / 2; value += step) {
    svg += line(left, y(value), right, y(value), value === 0 ? '#000000' : '#c8c8c8', 0.2) + text(numberText(value), left - 1.5, y(value) + 1.2, 'end')
  }
  data.labels.forEach((label, index) => {
    wrapped(label, (right - left) / data.labels.length).slice(0, 2).forEach((own, row) => {
      svg += text(own, x(index), bottom + 4.4 + row * LINE_HEIGHT, 'middle')
    })
  })
  data.series.forEach((one, index) => {
    const points = one.values.flatMap((value, at) => (value === null ? [] : [`${round(x(at))},${round(y(value))}`]))
    svg += `<polyline points="${points.join(' ')}" fill="none" stroke="${index === 0 ? '#000000' : SHADES[index]}" stroke-width="0.6" stroke-dasharray="${DASHES[index]}"/>`
    one.values.forEach((value, at) => {
      if (value === null) return
      svg += `<circle cx="${round(x(at))}" cy="${round(y(value))}" r="0.9" fill="${index === 0 ? '#000000' : SHADES[index]}"/>`
      if (data.series.length === 1) svg += text(numberText(value), x(at), y(value) - 2, 'middle')
    })
  })
  return { svg, height }
}

function legendOf(data: ChartData, kind: Chart['kind'], width: number): string {
  const widths = data.series.map((one) => widthOf(one.name) + 12)
  let x = Math.max(0, (width - widths.reduce((sum, own) => sum + own, 0)) / 2)
  return data.series
    .map((one, index) => {
      const sign = kind === 'bar' ? `<rect x="${round(x)}" y="1.6" width="5" height="3" fill="${SHADES[index]}"/>` : line(x, 3.1, x + 6, 3.1, index === 0 ? '#000000' : (SHADES[index] ?? ''), 0.6, DASHES[index])
      const drawn = sign + text(one.name, x + 7, 4.4, 'start')
      x += widths[index] ?? 0
      return drawn
    })
    .join('')
}

function describe(data: ChartData, chart: Chart): string {
  const kind = chart.kind === 'bar' ? 'Biểu đồ cột' : 'Biểu đồ đường'
  const series = data.series.map((one) => `${one.name}: ${data.labels.map((label, index) => `${label} ${numberText(one.values[index] ?? null)}`).join('; ')}`)
  return `${[kind, chart.title ?? ''].filter((own) => own !== '').join(' ')}. ${series.join('. ')}.`
}

/** Letters as outlines: the same on every machine, with no font to look for. */
function text(words: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', face: Face = 'regular'): string {
  const scale = millimetresOf(SIZE) / 2048
  const start = anchor === 'start' ? x : x - widthOf(words, face) / (anchor === 'middle' ? 2 : 1)
  let pen = 0
  const letters = [...words].map((character) => {
    const path = glyphPath(character, face)
    const drawn = path === '' ? '' : `<path transform="translate(${Math.round(pen)} 0)" d="${path}"/>`
    pen += (textWidth(character, face, SIZE) / SIZE) * 2048
    return drawn
  })
  return `<g transform="translate(${round(start)} ${round(y)}) scale(${scale.toFixed(6)})">${letters.join('')}</g>`
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string, width: number, dashes = ''): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}" stroke-width="${width}"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}/>`
}

function wrapped(words: string, width: number): readonly string[] {
  const rows: string[] = []
  for (const word of words.split(' ')) {
    const longer = rows.length === 0 ? word : `${rows.at(-1)} ${word}`
    if (rows.length > 0 && widthOf(longer) <= width) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}

function widthOf(words: string, face: Face = 'regular'): number {
  return millimetres(textWidth(words, face, SIZE))
}

function millimetresOf(size: number): number {
  return (size * 25.4) / 72
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(least: number): number {
  if (least <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power
}

function numberText(value: number | null): string {
  if (value === null) return ''
  const [whole = '', part] = String(Math.round(value * 100) / 100).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/gu, '.')}${part === undefined ? '' : `,${part}`}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
