import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { de } from './de'
import { en } from './en'
import { percentText } from './percent'

export type Language = 'en' | 'de'

/** The language to use: the one chosen, else the system's if there is a catalogue for it, else English. */
export function chooseLanguage(chosen: 'system' | Language, systemLanguages: readonly string[]): Language {
  if (chosen !== 'system') return chosen
  for (const tag of systemLanguages) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'de' || language === 'en') return language
  }
  return 'en'
}

export const texts = i18next.createInstance()

/** Makes the catalogues ready. Resolves at once: both are part of the build. */
export async function startTexts(language: Language): Promise<void> {
  const ready = texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    initAsync: false
  })
  // `{{share, percent}}` takes hundredths; `{{label, inside}}` a provider's word that stands within a sentence.
  texts.services.formatter?.add('inside', (word) => lowered(String(word)))
  texts.services.formatter?.add('percent', (hundredths, locale) => percentText(Number(hundredths), locale ?? language))
  await ready
}

/** "Scopes" as "scopes"; what begins with an abbreviation keeps it. */
function lowered(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word
}
