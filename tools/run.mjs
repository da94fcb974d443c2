#!/usr/bin/env node
// node tools/run.mjs SCRIPT.ts [ARG ...]: a TypeScript file of the project on the pinned Node.
import { ensureInstalled, runScript } from './runtime.mjs'

ensureInstalled()
const [script, ...args] = process.argv.slice(2)
process.exit(await runScript(script, args))
