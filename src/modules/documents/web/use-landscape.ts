import { useEffect } from 'react'

/** Prints the screen on its side as long as it is shown: a rule for the page cannot be bound to an element in all browsers. */
export function useLandscape(): void {
  useEffect(() => {
    // Safari before 16.4 has no list of adopted sheets and prints upright.
    if (!('adoptedStyleSheets' in document)) return undefined
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@page { size: A4 landscape; margin: 12mm }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [])
}
