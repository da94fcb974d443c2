import type { RegisteredDocument } from './register.ts'
import data from './register.json' with { type: 'json' }

/** The register that ships: laws, decrees, decisions and programmes of gender equality in education, each with its source. */
export const FIELD_REGISTER = data.documents as readonly RegisteredDocument[]
