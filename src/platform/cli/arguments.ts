import { UsageError } from './command.ts'

/** The one argument of a command. @throws UsageError when there is none or more than one */
export function theOnly(positionals: readonly string[], name: string): string {
  const [first, ...more] = positionals
  if (first === undefined || first === '') throw new UsageError(`Thiếu ${name}.`)
  if (more.length > 0) throw new UsageError(`Thừa “${more[0]}”: lệnh này nhận một ${name}. Đường dẫn có dấu cách thì đặt trong ngoặc kép.`)
  return first
}

/** The value of an option that must be given. @throws UsageError */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`Thiếu ${option}.`)
  return value
}

/** The ending of a file that is to be written, without its dot. @throws UsageError naming the endings that can be written */
export function endingOf<T extends string>(path: string, allowed: readonly T[]): T {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase()
  const found = allowed.find((one) => one === ending)
  if (found) return found
  throw new UsageError(`“${path}” phải có đuôi ${allowed.map((one) => `.${one}`).join(' hoặc ')}.`)
}

/** @throws UsageError naming what can be written instead */
export function oneOf<T extends string>(value: string, option: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found) return found
  throw new UsageError(`${option} “${value}” không dùng được: cần một trong ${allowed.join(', ')}.`)
}

/** @throws UsageError when the value is no whole number between the two */
export function wholeNumber(value: string, option: string, least: number, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number <= most) return number
  throw new UsageError(`${option} “${value}” không dùng được: cần một số nguyên từ ${least} đến ${most}.`)
}
