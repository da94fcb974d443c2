import { type Language, LOCALES } from './language.ts'

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: decimals })
  formatters.set(key, made)
  return made
}

/** `1234567.8` → `1.234.567,8`; unknown → `—`. At most `decimals` places, no padding. */
export function formatNumber(value: number | null, language: Language = 'vi', decimals = 2): string {
  return value === null ? '—' : formatter(language, decimals).format(value)
}

/** A share in 0–1 as per cent: `0.413` → `41,3%`; unknown → `—`. */
export function formatShare(share: number | null, language: Language = 'vi', decimals = 1): string {
  return share === null ? '—' : `${formatNumber(share * 100, language, decimals)}%`
}

/** Whole đồng: `12500000` → `12.500.000 đồng`; unknown → `—`. */
export function formatVnd(amountVnd: number | null, language: Language = 'vi'): string {
  if (amountVnd === null) return '—'
  return `${formatNumber(amountVnd, language, 0)} ${language === 'vi' ? 'đồng' : 'VND'}`
}

/** Bytes as people read file sizes: `52428800` → `50 MB`. */
export function formatFileSize(bytes: number, language: Language = 'vi'): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, language, 0)} KB`
  return `${formatNumber(bytes / 1024 / 1024, language, 1)} MB`
}

/**
 * The number a person typed: `1.234.567,8` in Vietnamese, `1,234,567.8` in English, spaces allowed.
 * The other language's decimal sign is understood where it cannot be a thousands sign (`1.5`).
 *
 * @returns null when it is no number
 */
export function parseNumber(text: string, language: Language = 'vi'): number | null {
  const typed = text.trim().replace(/[\s\u00a0]/g, '')
  const [thousands, decimal] = language === 'vi' ? (['.', ','] as const) : ([',', '.'] as const)
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${decimal}\\d+)?$`)
  const plain = /^-?\d+([.,]\d+)?$/
  if (grouped.test(typed)) return Number(typed.replaceAll(thousands, '').replace(decimal, '.'))
  return plain.test(typed) ? Number(typed.replace(',', '.')) : null
}
