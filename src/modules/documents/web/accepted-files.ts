/** Endings that the reader may understand; the server judges the content. */
export const ACCEPTED = ['.docx', '.pdf', '.txt', '.md', '.doc', '.odt', '.rtf'] as const

/** What the server takes unless its administrator has decided otherwise; it has the last word. */
export const MOST_BYTES = 50 * 1024 * 1024
