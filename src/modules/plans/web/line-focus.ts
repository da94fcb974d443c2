/** Puts the focus on a line of the plan and brings it into sight, once the screen shows what was just changed. */
export function focusLine(nodeId: string): void {
  requestAnimationFrame(() => {
    const line = document.querySelector(`[data-line="${CSS.escape(nodeId)}"]`)
    line?.querySelector<HTMLElement>('textarea, .line-text')?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'nearest' })
  })
}

/** Brings a line into the middle of the sight; the focus stays where it is. */
export function showLine(nodeId: string): void {
  requestAnimationFrame(() => {
    const line = document.querySelector(`[data-line="${CSS.escape(nodeId)}"]`)
    ;(line?.querySelector('textarea') ?? line)?.scrollIntoView({ block: 'center' })
  })
}
