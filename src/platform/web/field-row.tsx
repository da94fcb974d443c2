import type { ReactNode } from 'react'

/** Fields beside each other where there is room, below each other on a phone. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>
}
