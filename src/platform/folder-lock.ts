import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Takes a folder for this process.
 * @returns a function that gives it back; null when a living process has it
 */
export function lockFolder(folder: string, name = 'songhanh.pid'): (() => void) | null {
  const file = join(folder, name)
  const own = `${file}.${process.pid}`
  // A link appears whole or not at all: nobody ever reads an empty file.
  writeFileSync(own, String(process.pid))
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (tryLink(own, file)) return () => rmSync(file, { force: true })
      if (isAlive(ownerOf(file))) return null
      setAside(file)
    }
    return null
  } finally {
    rmSync(own, { force: true })
  }
}

function tryLink(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'ENOTSUP') throw error
  }
  // A disk without links (FAT, some network drives).
  try {
    writeFileSync(file, readFileSync(own), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Puts away what a dead process left; gives it back when meanwhile a living one has taken its place. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}.old`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (isAlive(ownerOf(aside))) tryLink(aside, file)
  rmSync(aside, { force: true })
}

function ownerOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
