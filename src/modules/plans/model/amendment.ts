const PREFIX = 'Điều chỉnh, bổ sung Kế hoạch '

/** The abstract of a plan that changes an issued one. */
export function amendedTitle(title: string): string {
  if (title.startsWith(PREFIX)) return title
  return PREFIX + title.charAt(0).toLowerCase() + title.slice(1)
}
