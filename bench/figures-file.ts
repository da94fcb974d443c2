// docs/figures.md: one section per bench, each with the day, the commit and the machine of its own measurement.

const HEAD = '# Figures\n\n`npm run bench` writes them, each when it has been measured. Times are medians.\n'

/**
 * The file with a section in the place of the one of the same heading, else behind the others.
 *
 * @param text     the file so far; empty for none
 * @param section  begins with `## heading`
 */
export function withSection(text: string, section: string): string {
  const heading = headingOf(section)
  const sections = sectionsOf(text)
  const place = sections.findIndex((one) => headingOf(one) === heading)
  const all = place === -1 ? [...sections, section] : sections.with(place, section)
  return [HEAD, ...all.map((one) => `${one.trim()}\n`)].join('\n')
}

function sectionsOf(text: string): string[] {
  return text.split(/^(?=## )/m).filter((part) => part.startsWith('## '))
}

function headingOf(section: string): string {
  return section.split('\n', 1)[0]!
}
