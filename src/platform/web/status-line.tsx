import { formatTime } from '#platform/i18n/day.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

export type SaveState = { readonly state: 'clean' | 'dirty' | 'saving' | 'failed' } | { readonly state: 'saved'; readonly at: Date }

const WORDS = { dirty: 'kit.not_saved', saving: 'kit.saving', failed: 'kit.save_failed' } as const

/** Whether what was typed is safe: `Đã lưu lúc 14:32`. */
export function StatusLine({ save }: { save: SaveState }) {
  const { t } = useWords()
  return (
    <output className={classNames('status-line', save.state === 'failed' && 'status-failed')}>
      {save.state === 'saved' && (
        <>
          <Icon name="check" />
          {t('kit.saved_at', { time: formatTime(save.at) })}
        </>
      )}
      {save.state !== 'saved' && save.state !== 'clean' && t(WORDS[save.state])}
    </output>
  )
}
