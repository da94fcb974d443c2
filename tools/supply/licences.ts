import { readFileSync, writeFileSync } from 'node:fs'
import { isAllowed, pinnedPackages, type PinnedPackage } from './packages.ts'

// npm run licences: writes docs/licences.md. With --check: says whether it is up to date and every licence is allowed.

const PLACE = 'docs/licences.md'

const packages = pinnedPackages()
const refused = packages.filter((one) => !isAllowed(one))
const page = pageOf(packages)

if (process.argv.includes('--check')) {
  const isFresh = readFileSync(PLACE, 'utf8') === page
  for (const { name, version, licence } of refused) process.stderr.write(`${name}@${version}: “${licence}” is not allowed\n`)
  if (!isFresh) process.stderr.write(`${PLACE} is out of date: npm run licences\n`)
  process.stdout.write(`licences: ${packages.length} packages, ${refused.length} departures\n`)
  process.exitCode = isFresh && refused.length === 0 ? 0 : 1
} else {
  writeFileSync(PLACE, page)
  process.stdout.write(`${PLACE}: ${packages.length} packages, ${refused.length} not allowed\n`)
}

function pageOf(all: readonly PinnedPackage[]): string {
  const running = all.filter(({ isForWork }) => !isForWork)
  const working = all.filter(({ isForWork }) => isForWork)
  return `# Licences of what Song Hành stands on

Song Hành itself: Apache-2.0 (\`LICENSE\`). Written by \`npm run licences\` from \`package-lock.json\`; \`npm test\` fails when this
page is out of date or a licence is not on the list of \`tools/supply/packages.ts\`. Packages under LGPL and MPL are used as they
are, unchanged, and can be replaced by others of the same name.

## Part of a running system (${running.length})

${tableOf(running)}

## For building and testing alone (${working.length})

${tableOf(working)}
`
}

function tableOf(packages: readonly PinnedPackage[]): string {
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort()
  const rows = licences.map((licence) => {
    const of = packages.filter((one) => one.licence === licence)
    return `| ${licence || 'none'} | ${of.length} | ${of.map(({ name, version }) => `${name} ${version}`).join(', ')} |`
  })
  return ['| licence | packages | which |', '|---|---|---|', ...rows].join('\n')
}
