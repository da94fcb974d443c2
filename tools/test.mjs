#!/usr/bin/env node
import { ensureInstalled, runScript } from './runtime.mjs'

ensureInstalled()
process.exit(await runScript('tools/test.ts', process.argv.slice(2)))
