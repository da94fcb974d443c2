/** How long a link to set a password works: the first one reaches its person by way of a colleague. */
export const LINK_DAYS = { first: 7, reset: 3 } as const
export type LinkPurpose = keyof typeof LINK_DAYS

/** Where the link leads in the web app. */
export function passwordLinkPath(token: string): string {
  return `/mat-khau/${token}`
}

/** The instant from which a link made at `now` no longer works. */
export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LINK_DAYS[purpose] * 86_400_000)
}
