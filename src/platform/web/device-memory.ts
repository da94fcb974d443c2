/** What this browser keeps, or null where storage is blocked, as in some in-app browsers. */
function deviceStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** A small preference of this device. */
export function recall(key: string): string | null {
  try {
    return deviceStorage()?.getItem(key) ?? null
  } catch {
    return null
  }
}

/** Keeps a preference where that is possible; where not, it lasts as long as the page. */
export function remember(key: string, value: string): void {
  try {
    deviceStorage()?.setItem(key, value)
  } catch {
    // full: the preference is not worth an error
  }
}
