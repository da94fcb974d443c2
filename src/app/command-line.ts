import { Refusal, say, UsageError, type Command } from '#platform/cli/command.ts'
import { ConfigError } from '#platform/config.ts'
import { AppError } from '#platform/errors.ts'

/** Every word is loaded only when it is used: `read` needs no database, `start` no document engine. */
const COMMANDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  start: () => import('./commands/start.ts'),
  migrate: () => import('./commands/migrate.ts'),
  read: () => import('./commands/read.ts'),
  check: () => import('./commands/check.ts'),
  compare: () => import('./commands/compare.ts'),
  verify: () => import('./commands/verify.ts'),
  sign: () => import('./commands/sign.ts'),
  draft: () => import('./commands/draft.ts'),
  render: () => import('./commands/render.ts'),
  'import-units': () => import('./commands/import-units.ts'),
  'import-admin-units': () => import('./commands/import-admin-units.ts'),
  'create-admin': () => import('./commands/create-admin.ts'),
  audit: () => import('./commands/audit.ts'),
  demo: () => import('./commands/demo.ts'),
}

/**
 * Carries out one command line and answers the code with which the program ends: 0 done, 1 refused with a sentence, 2 used
 * wrongly.
 *
 * @param words  what stands behind the program's name
 */
export async function runCommandLine([word, ...args]: readonly string[]): Promise<number> {
  if (!word || word === 'help' || word === '--help') {
    await showUsage()
    return word ? 0 : 2
  }
  const load = COMMANDS[word]
  if (!load) {
    say(`Không có lệnh “${word}”. Các lệnh:`)
    await showUsage()
    return 2
  }
  const { default: command } = await load()
  try {
    await command.run(args)
    return 0
  } catch (error) {
    return explain(error, command)
  }
}

async function showUsage(): Promise<void> {
  for (const load of Object.values(COMMANDS)) {
    const { default: command } = await load()
    say(`  npx songhanh ${command.usage}\n      ${command.summary}`)
  }
}

async function explain(error: unknown, command: Command): Promise<number> {
  if (error instanceof UsageError || isParseArgsError(error)) {
    say(`${error instanceof UsageError ? error.message : sentenceOfParseArgs(error)}\nCách dùng: npx songhanh ${command.usage}`)
    return 2
  }
  if (error instanceof Refusal || error instanceof ConfigError) {
    say(error.message)
    return 1
  }
  if (error instanceof AppError) {
    const { sentenceOf } = await import('./sentences.ts')
    say(sentenceOf(error))
    return 1
  }
  say(`Chương trình gặp lỗi không lường trước:\n${error instanceof Error ? error.stack : String(error)}`)
  return 1
}

function isParseArgsError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function sentenceOfParseArgs({ code, message }: Error & { readonly code: string }): string {
  const named = /'(.+?)'/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Không có tùy chọn “${named}”.`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `Thừa “${named}”.`
  return message.includes('does not take an argument') ? `Tùy chọn “${named}” không nhận giá trị.` : `Tùy chọn “${named}” cần một giá trị.`
}
