import { runCommandLine } from './command-line.ts'

// A reader that has seen enough (`| head`) closes its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await runCommandLine(process.argv.slice(2))
