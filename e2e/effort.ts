import type { Locator } from '@playwright/test'

/**
 * Seconds of the keystroke-level model. `key`: somebody who types random letters, slower than the average non-secretary
 * typist of the model (0.28), since the keys are under glass; `point` and `think` as they are in it.
 *
 * @source Card, S. K., Moran, T. P., Newell, A. (1980), The keystroke-level model for user performance time with interactive systems, Communications of the ACM 23(7), 396–410
 */
const SECONDS = { key: 0.5, point: 1.1, think: 1.35 } as const

/** What an entry costs a person: every tap, every key, every pause to think, and what the machine lets them wait. */
export class Effort {
  taps = 0
  keys = 0
  thoughts = 0
  waitedMs = 0

  async tap(place: Locator): Promise<void> {
    this.taps += 1
    await place.tap()
  }

  /** Thinks of it, taps the field, types. */
  async write(field: Locator, text: string): Promise<void> {
    this.thoughts += 1
    await this.tap(field)
    this.keys += telexKeys(text)
    await field.pressSequentially(text)
  }

  /** Thinks, then taps: a choice or a button that ends something. */
  async decide(place: Locator): Promise<void> {
    this.thoughts += 1
    await this.tap(place)
  }

  /** Taps outside the page, as in the picture chooser of the phone. */
  outside(taps: number): void {
    this.taps += taps
  }

  /** What the person waits for the machine to show. */
  async wait(shown: () => Promise<void>): Promise<void> {
    const begin = performance.now()
    await shown()
    this.waitedMs += performance.now() - begin
  }

  seconds(): number {
    return this.taps * SECONDS.point + this.keys * SECONDS.key + this.thoughts * SECONDS.think + this.waitedMs / 1_000
  }

  toString(): string {
    return `${this.taps} taps, ${this.keys} keys, ${this.thoughts} pauses to think, ${(this.waitedMs / 1_000).toFixed(1)} s of waiting: ${this.seconds().toFixed(0)} s`
  }
}

/** Keys of the usual way to type Vietnamese (Telex): a letter each, one more for a tone and for each of â ê ô ă ơ ư đ. */
function telexKeys(text: string): number {
  return text.normalize('NFD').replace(/[đĐ]/g, 'dd').length
}
