import { useEffect, useState } from 'react'
import type { Vault } from '#platform/web/outbox/vault.ts'

/** A picture that lies sealed on this device. */
export function KeptPicture({ vault, uploadId, alt }: { vault: Vault; uploadId: string; alt: string }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isOver = false
    void vault.bytes(uploadId).then((content) => {
      if (!content || isOver) return
      made = URL.createObjectURL(new Blob([content], { type: 'image/jpeg' }))
      setUrl(made)
    })
    return () => {
      isOver = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [vault, uploadId])
  return url ? <img src={url} alt={alt} /> : <i />
}
