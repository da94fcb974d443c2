import { useSyncExternalStore } from 'react'
import { onConnectionChange } from '../connection.ts'
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
  if (state.vault?.owner === owner && (!canSeal() || (await hasKey(owner)))) return state.vault
  return workWith(canSeal() ? await openVault(owner, access.fetchKey) : memoryVault(owner), access.isOwner)
}

/** Works with a vault that is open already: at a start without a network. */
export async function workWith(vault: Vault, isOwner: () => Promise<boolean>): Promise<Vault> {
  isOwnerSignedIn = isOwner
  show({ vault, isKept: canSeal(), items: await itemsIn(vault), sent: null })
  void sendNow()
  return vault
}

async function reread(): Promise<void> {
  const { vault } = state
  if (vault) show({ items: await itemsIn(vault) })
}

const SOONEST_MS = 5_000
const AGAIN_MS = 15_000

function wakeLater(atLeast: number): void {
  clearTimeout(timer)
  const waiting = state.items.filter((item) => item.state === 'waiting')
  if (waiting.length === 0) return
  const due = Math.min(...waiting.map(({ dueAt }) => dueAt)) - Date.now()
  timer = setTimeout(() => void sendNow(), Math.max(atLeast, due))
}

/** Sends what is due. One tab at a time; a second call while one runs does nothing. */
export async function sendNow(): Promise<void> {
  const { vault, isSending } = state
  if (!vault || isSending || !state.items.some((item) => item.state === 'waiting')) return
  show({ isSending: true })
  let wait = SOONEST_MS
  try {
    await inTurn(`songhanh.outbox.${vault.owner}`, async () => {
      if (!(await isOwnerSignedIn())) return
      const sent = await sendDue(vault, httpCarrier, Date.now, () => void reread())
      if (sent.records > 0) show({ sent: { ...sent, records: sent.records + (state.sent?.records ?? 0), files: sent.files + (state.sent?.files ?? 0) } })
    })
  } catch {
    // no connection, or the session has ended: the items are as they were
    wait = AGAIN_MS
  }
  await reread()
  show({ isSending: false })
  wakeLater(wait)
}

async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}

/** Keeps a submission and begins to send it. It is on the device when the promise is kept. */
export async function submit(item: NewItem): Promise<void> {
  const { vault } = state
  if (!vault) throw new Error('Nobody is signed in')
  await addItem(vault, item, Date.now())
  show({ items: await itemsIn(vault), sent: null })
  // the browser may otherwise clear it when the disk is full
  void navigator.storage?.persist?.().catch(() => false)
  void sendNow()
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

/** Sends what the person chose in a conflict. */
export function resolve(id: string, command: OutboxCommand): Promise<void> {
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

/** How many submissions the server has not confirmed. */
export function unsentCount(): number {
  return state.items.length
}
