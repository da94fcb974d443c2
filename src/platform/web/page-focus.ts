let isWished = false

/** The shell wishes it on every change of screen, never on the first load. */
export function wishFocus(): void {
  isWished = true
}

/** True once for each wish; the heading that takes it gets the focus, even when it is shown only after loading. */
export function takeFocusWish(): boolean {
  const was = isWished
  isWished = false
  return was
}
