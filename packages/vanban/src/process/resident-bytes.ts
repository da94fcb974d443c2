import { readFileSync } from 'node:fs'

/**
 * Resident memory of a process. Buffers lie outside of V8's heap, so its own limit does not bound them.
 *
 * @returns null where the system has no `/proc`: there only the time and the heap are bounded
 */
export function residentBytes(pid: number | undefined): number | null {
  if (pid === undefined) return null
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
