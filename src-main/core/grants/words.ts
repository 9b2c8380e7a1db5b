import type { GrantCaller } from '@contract/model/grant'
import type { Language } from '../reminders/texts'
import type { Extent } from './extent'

/** What a notification says when somebody waits; nothing of who asks or for what stands in it. */
export const grantNotice: Readonly<Record<Language, { readonly title: string; readonly body: string }>> = {
  en: { title: 'A terminal asks', body: 'A program waits to be allowed to use the vault.' },
  de: { title: 'Ein Terminal fragt', body: 'Ein Programm wartet darauf, den Tresor benutzen zu dürfen.' }
}

/** Who, and how far, in the words of the audit trail: `bash in pts/3, changes, 2 secrets`. */
export function auditDetail({ program, startedBy, terminal }: GrantCaller, extent: Extent | null): string {
  const who = startedBy ?? program
  const words = [`${who === null ? 'a program' : baseOf(who)}${terminal === null ? '' : ` in ${terminal}`}`]
  if (extent !== null) words.push(extent.reach === 'change' ? 'changes' : 'names', secretsOf(extent), madeOf(extent))
  return words.filter((word) => word !== '').join(', ')
}

function secretsOf({ secrets }: Extent): string {
  if (secrets === 'all') return 'all secrets'
  if (secrets.size === 0) return ''
  return secrets.size === 1 ? '1 secret' : `${String(secrets.size)} secrets`
}

const madeOf = ({ secrets, made }: Extent): string => (made && secrets !== 'all' ? 'secrets it makes' : '')

function baseOf(path: string): string {
  // eslint-disable-next-line no-control-regex -- a file's name may hold anything; the trail is shown in terminals
  return (path.split(/[/\\]/).at(-1) ?? path).replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '').slice(0, 100)
}
