import { useEffect, useRef, useState } from 'react'

const KEPT = 'songhanh.reports.keys'

/** Single keys that act on a page, until the person turns them off; never while something is typed or a dialog is open. */
export function useKeys(actions: Readonly<Record<string, () => unknown>>): { isOn: boolean; setOn: (isOn: boolean) => void } {
  const [isOn, setOn] = useState(() => localStorage.getItem(KEPT) !== 'off')
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element | null
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest('input:not([type=checkbox]), textarea, select, dialog')) return
      latest.current[event.key.toLowerCase()]?.()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOn])
  return {
    isOn,
    setOn(next) {
      localStorage.setItem(KEPT, next ? 'on' : 'off')
      setOn(next)
    },
  }
}
