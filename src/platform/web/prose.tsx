import { splitAtNumbers } from '#platform/i18n/document-number.ts'

/** Text in which the numbers and symbols of documents stay on one line. */
export function Prose({ text }: { text: string }) {
  return splitAtNumbers(text).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no other name
      <span key={index} className="unbroken">
        {piece}
      </span>
    ),
  )
}
