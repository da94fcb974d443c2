import { useWords } from './words.ts'

/** First in the page: past the navigation to `<main id="main">`. */
export function SkipLink() {
  const { t } = useWords()
  return (
    <a className="skip" href="#main">
      {t('kit.skip_to_content')}
    </a>
  )
}
