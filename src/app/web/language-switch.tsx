import { LANGUAGE_NAMES, LANGUAGES } from '#platform/i18n/language.ts'
import { switchLanguage, useWords } from '#platform/web/words.ts'

/** A button with the other language's own name. */
export function LanguageSwitch() {
  const { language } = useWords()
  return (
    <>
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <button key={other} type="button" className="text-button" lang={other} onClick={() => void switchLanguage(other)}>
          {LANGUAGE_NAMES[other]}
        </button>
      ))}
    </>
  )
}
