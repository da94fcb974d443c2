import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod/mini'
import { useIsOnline } from '../connection.ts'
import { useOperation } from '../operations.ts'
import type { CallableContract, InputOf, OutputOf } from '../request.ts'
import { useVault } from './device.ts'
import type { Vault } from './vault.ts'

/** More than anybody looks up in a place without a network. */
const MOST_KEPT = 40

interface Kept {
  readonly place: string
  readonly at: number
  readonly answer: unknown
}

interface Keeping<Output> {
  readonly place: string
  /** What of the answer may lie on the device; null for nothing. */
  readonly keep: (answer: Output) => Output | null
}

/**
 * Reads from the server like `useOperation`, and where no answer comes shows what the device has kept of the last time,
 * sealed. `isKept` says that it is old.
 *
 * @param keeping  null keeps nothing of this read
 */
export function useKept<C extends CallableContract>(contract: C, input: InputOf<C>, keeping: Keeping<OutputOf<C>> | null, options: { keepPrevious?: boolean } = {}) {
  const read = useOperation(contract, input, options)
  const vault = useVault()
  const isOnline = useIsOnline()
  const [kept, setKept] = useState<OutputOf<C> | null>(null)
  const place = keeping?.place ?? null
  const { data } = read
  useEffect(() => {
    if (!vault || place === null) return undefined
    let isOver = false
    void recall(vault, contract, place).then((found) => {
      if (!isOver) setKept(found)
    })
    return () => {
      isOver = true
    }
  }, [vault, contract, place])
  useEffect(() => {
    const answer = data === undefined || read.isPlaceholderData ? null : (keeping?.keep(data) ?? null)
    if (vault && place !== null && answer !== null) void keepAnswer(vault, { place, at: Date.now(), answer }).catch(() => undefined)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `keep` is made anew with every rendering; what it keeps depends on the answer
  }, [vault, place, data])
  const isKept = data === undefined && kept !== null && (!isOnline || read.failureCount > 0)
  return { ...pick(read), data: isKept ? (kept ?? undefined) : data, error: isKept ? null : read.error, isKept }
}

function pick<Data>({ refetch }: UseQueryResult<Data, Error>) {
  return { refetch }
}

/** Null also for what an older program has kept and this one does not understand. */
async function recall<C extends CallableContract>(vault: Vault, contract: C, place: string): Promise<OutputOf<C> | null> {
  const found = await vault.get<Kept>('answers', place).catch(() => null)
  const read = found && (contract.output as unknown as z.ZodMiniType<OutputOf<C>>).safeParse(found.answer)
  return read?.success ? read.data : null
}

async function keepAnswer(vault: Vault, kept: Kept): Promise<void> {
  await vault.put('answers', kept.place, kept)
  const all = await vault.all<Kept>('answers')
  for (const { place } of all.sort((a, b) => b.at - a.at).slice(MOST_KEPT)) await vault.remove('answers', place)
}
