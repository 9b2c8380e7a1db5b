/**
 * The house as data: which room may not import what. The linter and test/architecture both read it.
 * `files` are globs; `mayNotImport` are patterns of the linter's `no-restricted-imports`.
 */

type Pattern = { group: string[]; message: string } | { regex: string; message: string }

export interface Room {
  readonly name: string
  readonly files: string[]
  readonly mayNotImport: Pattern[]
}

export interface SingleDoor {
  readonly selector: string
  readonly allowedIn: string[]
  readonly message: string
}

const ELECTRON = ['electron', 'electron/*', 'electron-store']
const SQLITE = ['better-sqlite3', 'better-sqlite3-multiple-ciphers']
const room = (main: string): string[] => [`**/${main}`, `**/${main}/**`]
const forbid = (message: string, ...group: (string | string[])[]): Pattern => ({ group: group.flat(), message })

export const rooms: readonly Room[] = [
  {
    name: 'src-preload/contract',
    files: ['src-preload/contract/**/*.ts'],
    mayNotImport: [{ regex: '^(?!zod$|\\.)', message: 'The contract imports zod and its own files only.' }]
  },
  {
    name: 'src-preload/index.ts',
    files: ['src-preload/index.ts'],
    mayNotImport: [
      forbid(
        'The preload knows names, not schemas; it stays under 10 kB.',
        'zod',
        '**/contract/ipc',
        '**/contract/define',
        '**/contract/model/**'
      ),
      forbid('The preload imports nothing of main or the renderer.', '**/src-main/**', '**/src-renderer/**', 'node:*')
    ]
  },
  {
    name: 'src-main/app',
    files: ['src-main/app/**/*.ts'],
    mayNotImport: [
      forbid(
        'The app is host-free; Electron stands behind a port.',
        ELECTRON,
        room('electron'),
        room('cli'),
        room('node')
      ),
      forbid('Only the store knows SQLite.', SQLITE)
    ]
  },
  {
    name: 'src-main/core',
    files: ['src-main/core/**/*.ts'],
    mayNotImport: [
      forbid(
        'The core is host-free.',
        ELECTRON,
        room('electron'),
        room('cli'),
        room('node'),
        room('store'),
        room('app')
      ),
      forbid(
        'The core touches no disk and no network.',
        'node:fs',
        'node:fs/*',
        'node:net',
        'node:http',
        'node:https',
        'node:timers',
        'node:timers/*',
        'node:child_process'
      ),
      forbid('Only the store knows SQLite.', SQLITE)
    ]
  },
  {
    name: 'src-main/crypto',
    files: ['src-main/crypto/**/*.ts'],
    mayNotImport: [
      {
        regex: '^(?!node:crypto$|node:util$|@node-rs/argon2$|@contract/|\\./)',
        message: 'Crypto imports node:crypto and Argon2 only.'
      }
    ]
  },
  {
    name: 'src-main/store',
    files: ['src-main/store/**/*.ts'],
    mayNotImport: [
      forbid(
        'The store knows nothing of hosts or rules.',
        ELECTRON,
        room('electron'),
        room('cli'),
        room('node'),
        room('core'),
        room('app'),
        room('connectors')
      )
    ]
  },
  {
    name: 'src-main/store/migrations',
    files: ['src-main/store/migrations/[0-9]*.ts'],
    mayNotImport: [
      { regex: '^(?!\\.\\./sql$)', message: 'A migration imports sql only, so that it means the same for ever.' }
    ]
  },
  {
    name: 'src-main/importers',
    files: ['src-main/importers/**/*.ts'],
    mayNotImport: [
      forbid(
        'Importers turn bytes into data and know nothing around them.',
        ELECTRON,
        SQLITE,
        room('electron'),
        room('cli'),
        room('node'),
        room('app'),
        room('core'),
        room('store')
      ),
      forbid('Importers open no file and no connection.', 'node:fs', 'node:fs/*', 'node:net', 'node:http', 'node:https')
    ]
  },
  {
    name: 'src-main/connectors',
    files: ['src-main/connectors/**/*.ts'],
    mayNotImport: [
      forbid(
        'Connectors take an HttpClient and know no store.',
        ELECTRON,
        room('electron'),
        room('cli'),
        room('store'),
        SQLITE
      )
    ]
  },
  {
    name: 'src-main/envfiles',
    files: ['src-main/envfiles/**/*.ts'],
    mayNotImport: [
      forbid(
        'Env files know neither hosts nor store nor connectors.',
        ELECTRON,
        room('electron'),
        room('cli'),
        room('store'),
        room('connectors'),
        SQLITE
      )
    ]
  },
  {
    name: 'src-main/ports',
    files: ['src-main/ports/**/*.ts'],
    mayNotImport: [
      forbid(
        'Ports are interfaces.',
        ELECTRON,
        SQLITE,
        'node:*',
        room('electron'),
        room('cli'),
        room('node'),
        room('core'),
        room('app'),
        room('store')
      )
    ]
  },
  {
    name: 'src-main/node',
    files: ['src-main/node/**/*.ts'],
    mayNotImport: [
      forbid(
        'Node adapters serve both doors and know neither.',
        ELECTRON,
        SQLITE,
        room('electron'),
        room('cli'),
        room('core'),
        room('app')
      )
    ]
  },
  {
    name: 'src-main/electron',
    files: ['src-main/electron/**/*.ts'],
    mayNotImport: [
      forbid('The two doors do not know each other.', room('cli')),
      forbid('Only the store knows SQLite.', SQLITE)
    ]
  },
  {
    name: 'src-main/cli',
    files: ['src-main/cli/**/*.ts', 'src-main/cli.ts'],
    mayNotImport: [
      forbid('The two doors do not know each other.', ELECTRON, room('electron')),
      forbid('Only the store knows SQLite.', SQLITE)
    ]
  },
  {
    name: 'src-renderer/client',
    files: ['src-renderer/client/**/*.ts'],
    mayNotImport: [forbid('The client is free of React.', 'react', 'react-dom', 'react-dom/*')]
  },
  {
    name: 'src-renderer/stores',
    files: ['src-renderer/stores/**/*.ts'],
    mayNotImport: [
      forbid('Stores know no components.', 'react-dom', 'react-dom/*', '**/features/**', '**/ui/**', '*.tsx')
    ]
  },
  {
    name: 'src-renderer/ui',
    files: ['src-renderer/ui/**/*.ts', 'src-renderer/ui/**/*.tsx'],
    mayNotImport: [forbid('Components in ui are dumb.', '**/stores/**', '**/client/**', '**/features/**')]
  }
]

/** Calls that are made in one file only: a reader finds all of them there. */
export const singleDoors: readonly SingleDoor[] = [
  {
    selector: "MemberExpression[object.name='ipcMain']",
    allowedIn: ['src-main/electron/transport.ts'],
    message: 'ipcMain is used in src-main/electron/transport.ts only.'
  },
  {
    selector: "MemberExpression[property.name='openExternal']",
    allowedIn: ['src-main/electron/links.ts'],
    message: 'openExternal is called in src-main/electron/links.ts only.'
  },
  {
    selector: "MemberExpression[object.name='safeStorage']",
    allowedIn: ['src-main/electron/secure-storage.ts'],
    message: 'safeStorage is used in src-main/electron/secure-storage.ts only.'
  },
  {
    selector: "MemberExpression[object.name='window'][property.name='keyquay']",
    allowedIn: ['src-renderer/client/client.ts'],
    message: 'window.keyquay is used in src-renderer/client/client.ts only.'
  },
  {
    selector: 'MemberExpression[property.name=/^(exposeInMainWorld)$/]',
    allowedIn: ['src-preload/index.ts'],
    message: 'The bridge is exposed in src-preload/index.ts only.'
  }
]
