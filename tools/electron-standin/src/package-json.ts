import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export interface AppDescription {
  /** The folder that `app.getAppPath()` names. */
  readonly folder: string
  /** The script to run. */
  readonly main: string
  readonly name: string
  readonly version: string
}

/** Reads what is to be run, as Electron's default app does: a folder's package.json, or a script. */
export function readPackage(appPath: string): AppDescription {
  const isFolder = statSync(appPath, { throwIfNoEntry: false })?.isDirectory() ?? false
  const folder = isFolder ? appPath : path.dirname(appPath)
  const fields = readFields(path.join(folder, 'package.json'))
  return {
    folder,
    main: isFolder ? path.join(folder, fields.main ?? 'index.js') : appPath,
    name: fields.productName ?? fields.name ?? 'Electron',
    version: fields.version ?? '0.0.0'
  }
}

function readFields(file: string): { main?: string; name?: string; productName?: string; version?: string } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof readFields>
  } catch {
    return {}
  }
}
