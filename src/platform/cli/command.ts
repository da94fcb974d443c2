/** One word of the command line. */
export interface Command {
  /** Behind the program's name: `read FILE [--json]`. */
  readonly usage: string
  readonly summary: string
  /** @throws UsageError for wrong arguments, AppError for a refusal */
  run(args: readonly string[]): Promise<void>
}

/** Wrong arguments: the program says how it is used and ends with 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A refusal: the program says why and ends with 1. The message is for a person. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** Messages go to standard error: standard output belongs to the result. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Prints the one JSON object of a command. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
