import type { Catalogue } from './catalogue'
import type { heldEn } from './held-en'

export const heldDe: Catalogue<typeof heldEn> = {
  label: 'Angehaltener Tresor',
  new: 'Dieser Tresor ist neu auf diesem Computer. Keyquay tut von selbst nichts bei Anbietern und schreibt keine Datei, bis es erlaubt ist.',
  older:
    'Das ist eine andere oder ältere Kopie des Tresors als die, die dieser Computer kannte. Keyquay tut von selbst nichts bei Anbietern und schreibt keine Datei, bis es erlaubt ist.',
  ask: 'Erlauben…',
  title: 'Diesen Tresor selbst handeln lassen?',
  whyNew:
    'Auf diesem Computer hat ihn noch niemand zugelassen. Was er enthält, kann jemand anderes für andere Dateien und Ordner eingerichtet haben.',
  whyOlder:
    'Was er von Rotationen sagt, kann beim Anbieter längst anders sein. Fortzufahren könnte einen benutzten Schlüssel widerrufen. Ist das nicht gewollt, ihn sperren und die neuere Kopie suchen.',
  work: 'Was er tun würde',
  rotations_one: '{{count}} unfertige Rotation fortsetzen',
  rotations_other: '{{count}} unfertige Rotationen fortsetzen',
  policies_one: '{{count}} Schlüssel rotieren oder verlängern, wenn er fällig ist',
  policies_other: '{{count}} Schlüssel rotieren oder verlängern, wenn sie fällig sind',
  deliveries_one: '{{count}} wartende Erinnerung senden',
  deliveries_other: '{{count}} wartende Erinnerungen senden',
  nothing: 'Jetzt wartet nichts. Nutzung wird gelesen, Sicherungen werden gemacht, und was fällig wird, wird getan.',
  folders: 'Seine Schlüssel werden in Dateien geschrieben in',
  moreFolders_one: 'und {{count}} weiterer Ordner',
  moreFolders_other: 'und {{count}} weitere Ordner',
  hosts: 'Er würde sprechen mit',
  moreHosts_one: 'und {{count}} weiteren Host',
  moreHosts_other: 'und {{count}} weiteren Hosts',
  allow: 'Erlauben',
  allowed: 'Der Tresor handelt ab jetzt selbst'
}
