import { useSyncExternalStore } from 'react'
import { ApiError } from '../api-error.ts'
import { onConnectionChange } from '../connection.ts'
import { dropOldDrafts } from '../draft-store.ts'
import { signInAgain } from '../session-gate.ts'
import { httpCarrier } from './carrier.ts'
import type { OutboxCommand, OutboxEvent, OutboxItem } from './item.ts'
import { memoryVault } from './memory-vault.ts'
import { addItem, change, itemsIn, type NewItem, removeItem, type Sent, sendDue } from './outbox.ts'
import { canSeal, hasKey, openVault, type Vault } from './vault.ts'

/** What this device holds for the person who is signed in. */
export interface DeviceState {
  readonly vault: Vault | null
  /** False where the browser cannot keep anything: what is not sent is lost with the page. */
  readonly isKept: boolean
  /** Not confirmed by the server, oldest first. */
  readonly items: readonly OutboxItem[]
  readonly isSending: boolean
  /** What was sent since the page was opened, once nothing is left. */
  readonly sent: Sent | null
}

let state: DeviceState = { vault: null, isKept: true, items: [], isSending: false, sent: null }
let timer: ReturnType<typeof setTimeout> | undefined
/** Whether the session is still that of the owner: another tab may have signed in somebody else. @throws ApiError offline */
let isOwnerSignedIn: () => Promise<boolean> = () => Promise.resolve(false)
const listeners = new Set<() => void>()

function show(next: Partial<DeviceState>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/** @param isOwner  asks the server whether the session is still that of the owner */
export async function startDevice(owner: string, access: { fetchKey: () => Promise<string>; isOwner: () => Promise<boolean> }): Promise<Vault> {
  if (state.vault?.owner === owner && (!state.isKept || (await hasKey(owner)))) return state.vault
  const { vault, isKept } = await vaultOf(owner, access.fetchKey)
  return workWith(vault, access.isOwner, isKept)
}

/** A browser may promise storage and then refuse it, as in some private windows. @throws ApiError when the key does not come */
async function vaultOf(owner: string, fetchKey: () => Promise<string>): Promise<{ vault: Vault; isKept: boolean }> {
  try {
    if (canSeal()) return { vault: await openVault(owner, fetchKey), isKept: true }
  } catch (error) {
    if (error instanceof ApiError) throw error
  }
  return { vault: memoryVault(owner), isKept: false }
}

/** Works with a vault that is open already: at a start without a network. */
export async function workWith(vault: Vault, isOwner: () => Promise<boolean>, isKept = true): Promise<Vault> {
  isOwnerSignedIn = isOwner
  await dropOldDrafts(vault, new Date())
  show({ vault, isKept, items: await itemsIn(vault), sent: null })
  void sendNow()
  return vault
}

async function reread(): Promise<void> {
  const { vault } = state
  if (vault) show({ items: await itemsIn(vault) })
}

const SOONEST_MS = 5_000
const AGAIN_MS = 15_000
const AT_ONCE_MS = 3_000

function wakeLater(atLeast: number): void {
  clearTimeout(timer)
  const waiting = state.items.filter((item) => item.state === 'waiting')
  if (waiting.length === 0) return
  const due = Math.min(...waiting.map(({ dueAt }) => dueAt)) - Date.now()
  timer = setTimeout(() => void sendNow(), Math.max(atLeast, due))
}

let round: Promise<void> | null = null
let hasSessionEnded = false

/** Sends what is due, one tab at a time; a call while a round runs waits for that one. */
export function sendNow(): Promise<void> {
  round ??= sendRound().finally(() => {
    round = null
  })
  return round
}

async function sendRound(): Promise<void> {
  const { vault, items } = state
  if (!vault || !items.some((item) => item.state === 'waiting')) return
  // what goes out at once needs no news about having gone
  const hasWaited = items.some(({ failures, createdAt }) => failures > 0 || Date.now() - createdAt > AT_ONCE_MS)
  show({ isSending: true })
  let wait = SOONEST_MS
  hasSessionEnded = false
  try {
    await inTurn(`songhanh.outbox.${vault.owner}`, async () => {
      if (!(await isOwnerSignedIn())) return
      const sent = await sendDue(vault, httpCarrier, Date.now, { onChange: () => void reread(), onAnswer: tell })
      if (sent.records > 0 && hasWaited) show({ sent: { ...sent, records: sent.records + (state.sent?.records ?? 0), files: sent.files + (state.sent?.files ?? 0) } })
    })
  } catch (error) {
    // no connection, or the session has ended: the items are as they were
    hasSessionEnded = error instanceof ApiError && error.kind === 'unauthenticated'
    wait = AGAIN_MS
  }
  await reread()
  show({ isSending: false })
  wakeLater(wait)
}

type AnswerListener = (command: OutboxCommand, answer: unknown) => void
const answerListeners = new Set<AnswerListener>()

function tell(command: OutboxCommand, answer: unknown): void {
  for (const listener of answerListeners) listener(command, answer)
}

/** Calls `listener` whenever the server has carried out a command that came from this device. */
export function onAnswer(listener: AnswerListener): () => void {
  answerListeners.add(listener)
  return () => answerListeners.delete(listener)
}

async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}

/**
 * Keeps a submission and begins to send it. It is on the device when the promise is kept; `settled` tells what became of
 * it at the first attempt: null when everything has arrived.
 */
export async function submit(item: NewItem): Promise<{ settled: Promise<OutboxItem | null> }> {
  const { vault } = state
  if (!vault) throw new Error('Nobody is signed in')
  await addItem(vault, item, Date.now())
  show({ items: await itemsIn(vault), sent: null })
  // the browser may otherwise clear it when the disk is full
  void navigator.storage?.persist?.().catch(() => false)
  return { settled: attempt(item.id) }
}

/** A round that was under way may have passed the item by: then there is another one. Somebody is looking, so a session that has ended is asked for. */
async function attempt(id: string): Promise<OutboxItem | null> {
  const standing = () => state.items.find((item) => item.id === id) ?? null
  await sendNow()
  if (hasSessionEnded && !(await signInAgain())) return standing()
  if (standing()?.state === 'waiting' && standing()?.failures === 0) await sendNow()
  return standing()
}

async function happens(id: string, event: OutboxEvent): Promise<void> {
  const { vault } = state
  if (!vault) return
  await change(vault, id, event, Date.now())
  await reread()
  void sendNow()
}

export function tryAgain(id: string): Promise<void> {
  return happens(id, { type: 'try_again' })
}

export function putAside(id: string): Promise<void> {
  return happens(id, { type: 'put_aside' })
}

/** Sends what the person chose in a conflict; null when what the server has is right as it is. */
export function resolve(id: string, command: OutboxCommand | null): Promise<void> {
  return happens(id, { type: 'resolved', command })
}

/** Takes a submission off the device without sending it. */
export async function discard(item: OutboxItem): Promise<void> {
  const { vault } = state
  if (!vault) return
  await removeItem(vault, item)
  await reread()
}

onConnectionChange((isOnline) => isOnline && void sendNow())
window.addEventListener('online', () => void sendNow())
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void sendNow())

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useDevice(): DeviceState {
  return useSyncExternalStore(subscribe, () => state)
}

/** What the device keeps for the person; null until it has been opened. */
export function useVault(): Vault | null {
  return useSyncExternalStore(subscribe, () => state.vault)
}

/** How many submissions the server has not confirmed. */
export function unsentCount(): number {
  return state.items.length
}
