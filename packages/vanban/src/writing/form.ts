/**
 * Measures of the printed document. Lengths are millimetres, type sizes points.
 *
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I (page) and Phần II (components)
 */

/** A4; “lề trên và lề dưới 20 - 25 mm, lề trái 30 - 35 mm, lề phải 15 - 20 mm”. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 } as const

export const PORTRAIT_TEXT = PAGE.width - PAGE.left - PAGE.right
export const LANDSCAPE_TEXT = PAGE.height - PAGE.left - PAGE.right

export const SIZE = { body: 14, pageNumber: 13, number: 13, abstract: 12, recipientsHead: 12, recipients: 11, table: 12 } as const

/**
 * The pairs in which the letterhead may be set: national title, issuer and number in the smaller size, motto and date
 * in the larger one. “Nếu Quốc hiệu cỡ chữ 13, thì Tiêu ngữ cỡ chữ 14, địa danh và thời gian cỡ chữ 14”; or 12 and 13.
 */
export const LETTERHEAD_SIZES = [
  { small: 13, large: 14 },
  { small: 12, large: 13 },
] as const
export type LetterheadSizes = (typeof LETTERHEAD_SIZES)[number]

/** “Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm”. */
export const FIRST_LINE_INDENT = 12.7
/** Points; “khoảng cách giữa các đoạn văn tối thiểu là 6 pt”. */
export const PARAGRAPH_GAP = 6
/** Points from line to line of the body: between single and one and a half. */
export const LINE_PITCH = 18

/** Rules under the issuer and the subject: “từ 1/3 đến 1/2 độ dài của dòng chữ”. */
export const SHORT_RULE = 0.4
/** Room for the signature between post and name. */
export const SIGNATURE_HEIGHT = 27

export const NATIONAL_TITLE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc'

/** Points in millimetres. */
export function millimetres(points: number): number {
  return Math.round(((points * 25.4) / 72) * 100) / 100
}

/** Millimetres in points. */
export function points(length: number): number {
  return (length * 72) / 25.4
}
