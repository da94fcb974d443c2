/** “45/KH-SGDĐT”, “02/2026/NQ-HĐND”, “KH-THPTBH”: what must not be torn apart at its hyphens at the end of a line. */
const NUMBER = /((?:\d+\/)*\p{Lu}[\p{Lu}\d]*(?:[-–]\p{Lu}[\p{Lu}\d]*)+)/u

/** `text` in pieces: at the odd places stand the numbers and symbols of documents, between them the words. */
export function splitAtNumbers(text: string): readonly string[] {
  return text.split(NUMBER)
}
