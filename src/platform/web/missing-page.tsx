import { sentenceOf } from './api-error.ts'
import { ButtonLink } from './link.tsx'
import { PageHead } from './page-head.tsx'
import { useWords } from './words.ts'

/** In place of a page whose subject does not exist, or not for this person: says so and leads back. */
export function MissingPage({ error }: { error: unknown }) {
  const words = useWords()
  return (
    <>
      <PageHead title="kit.missing_title" />
      <p>{sentenceOf(error, words)}</p>
      <ButtonLink to="/" label="kit.go_home" />
    </>
  )
}
