import { useState } from 'react'
import { useCommand } from '#platform/web/operations.ts'
import { showToast } from '#platform/web/toasts.tsx'
import { saveConsolidation, type ConsolidationView, type Quote } from '../consolidation-contract.ts'

export interface ConsolidationEditing {
  readonly isEditable: boolean
  readonly title: string
  readonly texts: Readonly<Record<string, string>>
  readonly quotes: readonly Quote[]
  readonly isChanged: boolean
  readonly isSaving: boolean
  readonly error: Error | null
  setTitle(title: string): void
  /** Null leaves the text to what is put together. */
  setText(part: string, text: string | null): void
  addQuote(quote: Quote): void
  removeQuote(key: string): void
  save(): void
}

/** What a person changes in a draft; saved with one button, refused when somebody else saved meanwhile. */
export function useConsolidationEditing(view: ConsolidationView): ConsolidationEditing {
  const [typed, setTyped] = useState<{ title: string; texts: Record<string, string>; quotes: Quote[] } | null>(null)
  const standing = typed ?? { title: view.title, texts: view.texts, quotes: view.quotes }
  const command = useCommand(saveConsolidation, {
    invalidate: ['reports'],
    onDone: () => {
      setTyped(null)
      showToast('reports.saved')
    },
  })
  return {
    isEditable: view.actions.includes('edit'),
    ...standing,
    isChanged: typed !== null,
    isSaving: command.isPending,
    error: command.error,
    setTitle: (title) => setTyped({ ...standing, title }),
    setText(part, text) {
      const { [part]: _, ...others } = standing.texts
      setTyped({ ...standing, texts: text === null ? others : { ...others, [part]: text } })
    },
    addQuote: (quote) => setTyped({ ...standing, quotes: [...standing.quotes.filter(({ key }) => key !== quote.key), quote] }),
    removeQuote: (key) => setTyped({ ...standing, quotes: standing.quotes.filter((quote) => quote.key !== key) }),
    save: () => command.mutate({ consolidationId: view.id, revision: view.revision, ...standing }),
  }
}
