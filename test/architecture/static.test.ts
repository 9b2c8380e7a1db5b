import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sources = globSync([
  'src-*/**/*.ts',
  'src-*/**/*.tsx',
  'src-*/**/*.html',
  '*.ts',
  '*.yml',
  '*.json',
  'resources/**/*.json'
]).filter((file) => file !== 'package-lock.json')
const holding = (pattern: RegExp): string[] => sources.filter((file) => pattern.test(readFileSync(file, 'utf8')))

describe('what stands nowhere', () => {
  it('check 2: the sandbox is switched on before ready and off nowhere', () => {
    const entry = readFileSync('src-main/index.ts', 'utf8')
    expect(entry.indexOf('app.enableSandbox()')).toBeGreaterThan(0)
    expect(entry.indexOf('app.enableSandbox()')).toBeLessThan(entry.indexOf('whenReady'))
    const weakening =
      /sandbox['"]?\s*:\s*false|nodeIntegration['"]?\s*:\s*true|webSecurity['"]?\s*:\s*false|webviewTag['"]?\s*:\s*true|allowRunningInsecureContent['"]?\s*:\s*true|contextIsolation['"]?\s*:\s*false/
    expect(holding(weakening)).toEqual([])
  })

  it('check 20: no plaintext keyring fallback and no deprecated safeStorage method', () => {
    expect(
      holding(/setUsePlainTextEncryption|safeStorage\.(?:encryptString|decryptString|isEncryptionAvailable)\b/)
    ).toEqual([])
  })

  it('check 42: none of the database’s dangerous doors is used', () => {
    expect(holding(/\.serialize\(|\bdb\.backup\(|verbose\s*:|loadExtension|unsafeMode/)).toEqual([])
  })

  it('check 66: TLS checks are switched off nowhere', () => {
    expect(holding(/NODE_TLS_REJECT_UNAUTHORIZED|rejectUnauthorized\s*:\s*false/)).toEqual([])
  })

  it('check 79: notifications are made in one file, which is given its texts', () => {
    expect(holding(/new Notification\(|\bNotification\b.*from 'electron'/)).toEqual([
      'src-main/electron/notifications.ts'
    ])
  })

  it('check 82: the selection clipboard is never touched', () => {
    expect(holding(/clipboard\.selection|'selection'/)).toEqual([])
  })
})
