import { type ReactNode, useEffect, useRef } from 'react'
import type { Words } from '#platform/i18n/messages.ts'
import { takeFocusWish } from './page-focus.ts'
import { TextLink } from './link.tsx'
import { Prose } from './prose.tsx'
import { useWords } from './words.ts'

export interface PageHeadProps {
  /** The screen's own words, or `text` for what people wrote, such as the title of a plan. */
  title: Words | { readonly text: string }
  /** The way here: screens above this one, and where in them, such as `Kế hoạch / Năm 2026`. */
  trail?: readonly { readonly to?: string; readonly text: string }[]
  /** A line above the title instead of a trail, such as today's date. */
  above?: string
  /** Buttons for the whole page. */
  actions?: ReactNode
}

/** The one `<h1>` of a screen, which takes the focus after a change of screen; also the title of the window. */
export function PageHead({ title, trail, above, actions }: PageHeadProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const text = typeof title === 'object' && 'text' in title ? title.text : t(title)
  useEffect(() => {
    document.title = `${text} · Song Hành`
  }, [text])
  useEffect(() => {
    if (takeFocusWish()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="page-head">
      <div>
        {above && <p className="bread">{above}</p>}
        {trail && (
          <nav className="bread" aria-label={t('kit.breadcrumb')}>
            {trail.map((step, index) => (
              <span key={step.text}>
                {index > 0 && ' / '}
                {step.to === undefined ? (
                  <Prose text={step.text} />
                ) : (
                  <TextLink to={step.to}>
                    <Prose text={step.text} />
                  </TextLink>
                )}
              </span>
            ))}
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1}>
          <Prose text={text} />
        </h1>
      </div>
      {actions && <div className="row row-center">{actions}</div>}
    </header>
  )
}
