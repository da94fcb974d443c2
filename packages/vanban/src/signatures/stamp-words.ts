import { nameOf, type Certificate } from './certificates.ts'

/** `06/03/2026 14:05:21 +07:00`: day, hour and the zone of Việt Nam. @source Nghị định 30/2020/NĐ-CP, Phụ lục I: thời gian ký theo múi giờ Việt Nam, tiêu chuẩn ISO 8601 */
export function signingTime(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  const [year, month, day] = local.slice(0, 10).split('-')
  return `${day}/${month}/${year} ${local.slice(11, 19)} +07:00`
}

/** What a stamp without a picture says. */
export function linesOfSigner(certificate: Certificate, at: Date): string[] {
  const { name, organ } = nameOf(certificate)
  return [`Ký bởi: ${name ?? ''}`, ...(organ === null || organ === name ? [] : [`Cơ quan: ${organ}`]), `Thời gian ký: ${signingTime(at)}`]
}
