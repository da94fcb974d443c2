#!/usr/bin/env node
import { ensureInstalled, runScript } from './runtime.mjs'

ensureInstalled()
process.exit(await runScript('src/app/cli.ts', process.argv.slice(2)))
