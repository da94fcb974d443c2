const BROWSERS = [
  ['Cốc Cốc', /coc_coc_browser/i],
  ['Edge', /\bEdgA?\//],
  ['Zalo', /zalo/i],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const

const SYSTEMS = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
] as const

/** Browser and system by the line that a browser sends about itself, for a person to recognise; null when unknown. */
export function deviceOf(agent: string | null): { browser: string; system: string } | null {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(agent ?? ''))?.[0]
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent ?? ''))?.[0]
  return browser && system ? { browser, system } : null
}
