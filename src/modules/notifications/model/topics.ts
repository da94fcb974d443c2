/** at_once: as it happens, outside the quiet hours; daily: in the mail of the morning; off: in the program alone. */
export const MODES = ['at_once', 'daily', 'off'] as const
export type Mode = (typeof MODES)[number]

interface TopicRule {
  readonly usual: Mode
  /** Deadlines of superiors and of the law reach everybody: they can be gathered, not turned off. */
  readonly isBinding?: boolean
}

/** What a person is told about. */
export const topics = {
  /** Work given to me, taken back, changed. */
  work: { usual: 'at_once' },
  /** A day comes near or has passed. */
  deadlines: { usual: 'daily', isBinding: true },
  /** Rounds opened, reports returned or accepted. */
  reports: { usual: 'at_once' },
  /** A figure behind a report was corrected. */
  corrections: { usual: 'at_once' },
  documents: { usual: 'daily' },
  /** Observances without an activity. */
  calendar: { usual: 'daily' },
} as const satisfies Record<string, TopicRule>

export type Topic = keyof typeof topics
export const TOPICS = Object.keys(topics) as readonly Topic[]

/** How an account wants a topic: what it chose where it may choose, else what is usual. */
export function modeOf(topic: Topic, chosen: Partial<Record<Topic, Mode>>): Mode {
  const { usual, isBinding }: TopicRule = topics[topic]
  const mode = chosen[topic] ?? usual
  return isBinding && mode === 'off' ? usual : mode
}

/** What a person may choose for a topic. */
export function modesFor(topic: Topic): readonly Mode[] {
  const { isBinding }: TopicRule = topics[topic]
  return isBinding ? MODES.filter((mode) => mode !== 'off') : MODES
}
