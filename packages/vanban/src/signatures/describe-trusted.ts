import * as pkijs from 'pkijs'
import { bufferOf, certificatesOf, nameOf } from './certificates.ts'
import { isWellNested } from './nesting.ts'

/** What a file of an administrator holds. */
export interface TrustedDescription {
  readonly kind: 'root' | 'list'
  /** Whom the certificates name, or who issued the list. */
  readonly title: string
  /** ISO 8601; when the first certificate, or the list, ends. */
  readonly endsAt: string | null
}

/** Root certificates, or a list of withdrawn ones; null for what is neither. */
export function describeTrusted(file: Uint8Array): TrustedDescription | null {
  return certificatesIn(file) ?? listIn(file)
}

function certificatesIn(file: Uint8Array): TrustedDescription | null {
  try {
    const names = certificatesOf(file).map(nameOf)
    const [first] = names.map(({ validTo }) => validTo).toSorted()
    return { kind: 'root', title: names.map(({ name, organ }) => name ?? organ ?? '?').join('; '), endsAt: first ?? null }
  } catch {
    return null
  }
}

function listIn(file: Uint8Array): TrustedDescription | null {
  try {
    if (!isWellNested(file)) return null
    const list = pkijs.CertificateRevocationList.fromBER(bufferOf(file))
    const names = list.issuer.typesAndValues.filter(({ type }) => type === '2.5.4.3').map(({ value }) => String((value as { valueBlock: { value: unknown } }).valueBlock.value))
    return { kind: 'list', title: names[0] ?? '?', endsAt: list.nextUpdate?.value.toISOString() ?? null }
  } catch {
    return null
  }
}
