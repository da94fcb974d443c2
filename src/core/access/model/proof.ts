/** How long the password that was given again opens what asks for it. */
export const PROOF_MS = 10 * 60_000

/** Whether the password was given again within this session and recently enough. */
export function isProved(provedAt: Date | null | undefined, now: Date): boolean {
  if (!provedAt) return false
  const age = now.getTime() - provedAt.getTime()
  return age >= 0 && age < PROOF_MS
}
