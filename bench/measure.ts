/** One measured number. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | 'MB' | 's'
  /** The number that must not be exceeded, in the same unit. */
  readonly limit?: number
  readonly note?: string
}

export interface BenchOptions {
  /** How long the program is left alone before its memory is measured. */
  readonly idleMinutes: number
}

/** What every file of this folder exports as default. */
export interface Bench {
  readonly title: string
  run(options: BenchOptions): Promise<readonly Figure[]>
}

interface Measured {
  readonly limit?: number
  readonly runs?: number
  /** Runs before the first that counts. */
  readonly warmUp?: number
}

/** The median time of `work`, which is told which run it is; the 95th percentile and the extremes stand in the note. */
export async function median(what: string, work: (run: number) => Promise<unknown>, { limit, runs = 15, warmUp = 3 }: Measured = {}): Promise<Figure> {
  const times: number[] = []
  for (let run = 0; run < runs + warmUp; run++) {
    const begin = performance.now()
    await work(run)
    if (run >= warmUp) times.push(performance.now() - begin)
  }
  const note = runs > 1 ? `p95 ${rounded(percentile(times, 0.95))} ms, ${runs} runs, ${rounded(Math.min(...times))}–${rounded(Math.max(...times))} ms` : '1 run'
  return { what, value: middle(times), unit: 'ms', ...(limit === undefined ? {} : { limit }), note }
}

export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The value below which a share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
}

export function rounded(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0)
}
