import type { Language } from './reminders/texts'

interface Words {
  readonly title: string
  readonly vault: string
  readonly code: string
  readonly does: readonly [string, string]
  readonly keep: readonly [string, string]
  readonly file: string
}

/** As the sheet that the window prints says it. */
const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Keyquay recovery kit',
    vault: 'Vault',
    code: 'Recovery code',
    does: [
      'What it does',
      'Opens this vault without the password: choose “Use recovery code” on the lock screen. A new password is set right after.'
    ],
    keep: [
      'Where to keep it',
      'On paper, with other valuables: a safe, a bank, a person of trust. Not on this computer and not in a photo. Whoever has it and the vault’s files can read every key.'
    ],
    file: 'This file opens the vault as the sheet does. Print it or move it to a stick that is put away, then delete it here.'
  },
  de: {
    title: 'Keyquay-Wiederherstellungsblatt',
    vault: 'Tresor',
    code: 'Wiederherstellungscode',
    does: [
      'Was er tut',
      'Öffnet diesen Tresor ohne Passwort: auf dem Sperrbildschirm „Wiederherstellungscode benutzen“ wählen. Gleich danach wird ein neues Passwort gesetzt.'
    ],
    keep: [
      'Wo er hingehört',
      'Auf Papier, zu anderen Wertsachen: in einen Safe, zur Bank, zu einem vertrauten Menschen. Nicht auf diesen Rechner, nicht als Foto. Wer ihn und die Tresordateien hat, kann jeden Schlüssel lesen.'
    ],
    file: 'Diese Datei öffnet den Tresor wie das Blatt. Ausdrucken oder auf einen Stick verschieben, der weggelegt wird, dann hier löschen.'
  }
}

interface Kit {
  /** In groups, as it is shown. */
  readonly code: string
  readonly vault: string
  readonly madeAt: Date
  readonly language: Language
}

/** The recovery kit as a page of its own, to print or to put away: it loads nothing, runs nothing, and holds the code. */
export function recoveryKitFile({ code, vault, madeAt, language }: Kit): string {
  const words = WORDS[language]
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(madeAt)
  const groups = code.split('-').map((group) => `<span>${escaped(group)}</span>`)
  const about = [words.does, words.keep].map(([what, text]) => `<dt>${escaped(what)}</dt><dd>${escaped(text)}</dd>`)
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${escaped(words.title)}</title>
<style>
:root { color-scheme: light }
body { max-width: 34rem; margin: 3rem auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #16181d; background: #fff }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem }
h1 { margin: 0; font-size: 1.25rem }
.code { display: grid; grid-template-columns: repeat(3, max-content); gap: .5rem 2rem; margin: .5rem 0 2rem; font: 500 1.5rem/1.4 ui-monospace, monospace; letter-spacing: .04em }
dl { margin: 0; border-top: 1px solid #c8ccd4 }
dt { margin-top: 1rem; font-size: .85rem; color: #555c6a }
dd { margin: 0 }
.file { margin-top: 2rem; padding: .75rem 1rem; border: 1px solid #b3261e; border-radius: 6px }
@media print { .file { display: none } body { margin: 0 auto } }
</style>
<header><h1>${escaped(words.title)}</h1><span>${escaped(day)}</span></header>
<p>${escaped(words.vault)}: ${escaped(vault)}</p>
<div class="code" role="group" aria-label="${escaped(words.code)}">${groups.join('')}</div>
<dl>${about.join('')}</dl>
<p class="file">${escaped(words.file)}</p>
</html>
`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
