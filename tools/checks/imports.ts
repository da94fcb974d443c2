import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

// Holds the import rules, and that every source was looked at: a cruiser without a compiler finds no faults at all.

const require = createRequire(import.meta.url)
const config = require(resolve('.dependency-cruiser.cjs')) as { forbidden: unknown[]; options: Record<string, unknown> }
const result = await cruise(['src', 'packages'], { ...config.options, ruleSet: { forbidden: config.forbidden as never }, validate: true }, config.options['enhancedResolveOptions'] as never, { tsConfig: extractTsConfig('tsconfig.json') })
const output = result.output as ICruiseResult
const cruised = new Set(output.modules.map((module) => module.source))
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'packages'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && readFileSync(file, 'utf8').length > 0)
const missed = sources.filter((file) => !cruised.has(file))

for (const { from, to, rule } of output.summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
for (const file of missed) console.error(`not looked at: ${file}`)
console.error(`imports: ${cruised.size} files, ${output.summary.violations.length} departures, ${missed.length} missed`)
process.exit(output.summary.violations.some(({ rule }) => rule.severity === 'error') || missed.length > 0 ? 1 : 0)
