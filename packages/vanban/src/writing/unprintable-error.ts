/** Characters that the font of official documents has not, and that have no plain replacement. */
export class UnprintableError extends Error {
  readonly characters: readonly string[]
  constructor(characters: readonly string[]) {
    const names = characters.map((own) => `${own} (U+${(own.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
    super(`characters that cannot be printed: ${names.join(', ')}`)
    this.name = 'UnprintableError'
    this.characters = characters
  }
}
