import { useEffect } from 'react'

/**
 * Prints across while the component is on screen. A named page would do without code, were it not that browsers begin a
 * new sheet for it below the head; a rule in the style sheet would hold for every screen that comes after.
 */
export function useLandscapePage(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@page { size: A4 landscape; margin: 8mm }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [])
}
