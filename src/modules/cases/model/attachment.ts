import * as z from 'zod/mini'

/** What is known of a file beside its bytes; sealed with it. */
export const AttachmentAbout = z.object({ name: z.string(), mediaType: z.string(), bytes: z.int() })
