import type { KeyId } from '@contract/model/base'
import type { TrayItem, TrayView } from '../../ports/tray'
import { labelOf } from './notice'
import { reminderTexts, type Language } from './texts'

interface NamedKey {
  readonly id: KeyId
  readonly name: string
  readonly preview: string
}

export interface TrayFacts {
  readonly isLocked: boolean
  readonly due: number
  readonly overdue: number
  /** The most pressing first; none while locked. */
  readonly dueKeys: readonly NamedKey[]
  readonly favourites: readonly NamedKey[]
}

const separator: TrayItem = { kind: 'separator' }

/** What the tray shows. While locked it has neither names nor how many keys there are, but for the badge. */
export function trayView(facts: TrayFacts, language: Language): TrayView {
  const { tray } = reminderTexts[language]
  const { isLocked, due, overdue } = facts
  const base = { title: tray.title, badge: due + overdue }
  if (isLocked) {
    return {
      ...base,
      status: 'locked',
      tooltip: tray.locked,
      items: [
        { kind: 'item', label: tray.unlock, choice: { do: 'open' } },
        { kind: 'item', label: tray.copyLocked, choice: { do: 'open' } },
        separator,
        { kind: 'item', label: tray.quit, choice: { do: 'quit' } }
      ]
    }
  }
  return {
    ...base,
    status: overdue > 0 ? 'expired' : due > 0 ? 'expiring' : 'fine',
    tooltip: overdue > 0 ? tray.expired(overdue) : due > 0 ? tray.expiring(due) : tray.fine,
    items: [
      dueMenu(facts, language),
      copyMenu(facts, language),
      separator,
      { kind: 'item', label: tray.open, choice: { do: 'open' } },
      { kind: 'item', label: tray.reminders, choice: { do: 'reminders' } },
      { kind: 'item', label: tray.lock, choice: { do: 'lock' } },
      separator,
      { kind: 'item', label: tray.quit, choice: { do: 'quit' } }
    ]
  }
}

function dueMenu({ dueKeys }: TrayFacts, language: Language): TrayItem {
  const { tray, aKey, buttons } = reminderTexts[language]
  if (dueKeys.length === 0) return { kind: 'item', label: tray.none, choice: null }
  const items = dueKeys.map(({ id, name, preview }): TrayItem => ({
    kind: 'menu',
    label: labelOf(name, preview) ?? aKey,
    items: [
      { kind: 'item', label: buttons.show, choice: { do: 'key', keyId: id } },
      { kind: 'item', label: tray.rotate, choice: { do: 'rotate', keyId: id } }
    ]
  }))
  return { kind: 'menu', label: tray.due, items }
}

function copyMenu({ favourites }: TrayFacts, language: Language): TrayItem {
  const { tray, aKey } = reminderTexts[language]
  if (favourites.length === 0) return { kind: 'item', label: tray.noFavourites, choice: null }
  const items = favourites.map(({ id, name, preview }): TrayItem => ({
    kind: 'item',
    label: labelOf(name, preview) ?? aKey,
    choice: { do: 'copy', keyId: id }
  }))
  return { kind: 'menu', label: tray.copy, items }
}
