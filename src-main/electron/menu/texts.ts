import type { WindowCommand } from '@contract/window-commands'
import type { Language } from '../../core/reminders/texts'

type Roles =
  | 'about'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'minimize'
  | 'close'

export interface MenuTexts {
  readonly menus: Readonly<Record<'file' | 'edit' | 'view' | 'key' | 'window' | 'help', string>>
  readonly commands: Readonly<Record<WindowCommand, string>>
  /** Electron knows its roles in English only. */
  readonly roles: Readonly<Record<Roles, string>>
}

const en: MenuTexts = {
  menus: { file: 'File', edit: 'Edit', view: 'View', key: 'Key', window: 'Window', help: 'Help' },
  commands: {
    'new-key': 'New key…',
    'create-key': 'Create key at provider…',
    'add-connection': 'Add connection…',
    'new-project': 'Add project…',
    import: 'Import…',
    scan: 'Look for keys in a folder…',
    'add-channel': 'Add a reminder channel',
    'export-calendar': 'Export calendar…',
    'test-notification': 'Send a test notification',
    'sync-usage': 'Sync usage now',
    'back-up': 'Back up now',
    'save-backup': 'Save a copy…',
    'install-kq': 'Install kq in the terminal',
    'recovery-kit': 'Make a recovery code…',
    'other-vaults': 'Other vaults…',
    search: 'Search keys',
    'save-view': 'Save view…',
    palette: 'Command palette',
    'all-keys': 'All keys',
    expiring: 'Expiring',
    favourites: 'Favourites',
    bin: 'Bin',
    projects: 'Projects',
    reminders: 'Reminders',
    'reminder-rules': 'Reminder rules',
    'reminder-channels': 'Reminder channels',
    connections: 'Connections',
    usage: 'Usage',
    'usage-findings': 'Findings about usage',
    'usage-quotas': 'Quotas',
    audit: 'Audit',
    backups: 'Backups',
    settings: 'Settings…',
    'copy-key': 'Copy value',
    'reveal-key': 'Reveal',
    'edit-key': 'Edit…',
    'write-key': 'Write to env file…',
    'favourite-key': 'Add to or remove from favourites',
    'copy-link': 'Copy link',
    'rotate-key': 'Rotate…',
    'revoke-key': 'Revoke key…',
    'bin-key': 'Move to bin',
    lock: 'Lock vault',
    shortcuts: 'Keyboard shortcuts'
  },
  roles: {
    about: 'About Keyquay',
    quit: 'Quit Keyquay',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    togglefullscreen: 'Full screen',
    toggleDevTools: 'Developer tools',
    minimize: 'Minimise',
    close: 'Close window'
  }
}

const de: MenuTexts = {
  menus: { file: 'Datei', edit: 'Bearbeiten', view: 'Ansicht', key: 'Schlüssel', window: 'Fenster', help: 'Hilfe' },
  commands: {
    'new-key': 'Neuer Schlüssel …',
    'create-key': 'Schlüssel beim Anbieter erstellen …',
    'add-connection': 'Verbindung hinzufügen …',
    'new-project': 'Projekt hinzufügen …',
    import: 'Importieren …',
    scan: 'In einem Ordner nach Schlüsseln suchen …',
    'add-channel': 'Kanal für Erinnerungen hinzufügen',
    'export-calendar': 'Kalender exportieren …',
    'test-notification': 'Testmeldung senden',
    'sync-usage': 'Nutzung jetzt abgleichen',
    'back-up': 'Jetzt sichern',
    'save-backup': 'Kopie speichern …',
    'install-kq': 'kq im Terminal installieren',
    'recovery-kit': 'Wiederherstellungscode erstellen …',
    'other-vaults': 'Andere Tresore …',
    search: 'Schlüssel suchen',
    'save-view': 'Ansicht speichern …',
    palette: 'Befehlspalette',
    'all-keys': 'Alle Schlüssel',
    expiring: 'Läuft bald ab',
    favourites: 'Favoriten',
    bin: 'Papierkorb',
    projects: 'Projekte',
    reminders: 'Erinnerungen',
    'reminder-rules': 'Regeln für Erinnerungen',
    'reminder-channels': 'Kanäle für Erinnerungen',
    connections: 'Verbindungen',
    usage: 'Nutzung',
    'usage-findings': 'Auffälliges an der Nutzung',
    'usage-quotas': 'Kontingente',
    audit: 'Protokoll',
    backups: 'Sicherungen',
    settings: 'Einstellungen …',
    'copy-key': 'Wert kopieren',
    'reveal-key': 'Anzeigen',
    'edit-key': 'Bearbeiten …',
    'write-key': 'In env-Datei schreiben …',
    'favourite-key': 'Zu Favoriten oder daraus entfernen',
    'copy-link': 'Link kopieren',
    'rotate-key': 'Rotieren …',
    'revoke-key': 'Schlüssel widerrufen …',
    'bin-key': 'In den Papierkorb',
    lock: 'Tresor sperren',
    shortcuts: 'Tastenkürzel'
  },
  roles: {
    about: 'Über Keyquay',
    quit: 'Keyquay beenden',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    resetZoom: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    togglefullscreen: 'Vollbild',
    toggleDevTools: 'Entwicklerwerkzeuge',
    minimize: 'Minimieren',
    close: 'Fenster schließen'
  }
}

export const menuTexts: Readonly<Record<Language, MenuTexts>> = { en, de }
