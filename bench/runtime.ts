import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What runs the app: Electron where its binary is, else the stand-in. */
export interface Runtime {
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
  describe(): string
}

/** What `npm test` would run the app with. */
export async function findRuntime(): Promise<Runtime> {
  const { href } = pathToFileURL(join(process.cwd(), 'tools/tasks/runtime.mjs'))
  const { chooseRuntime } = (await import(href)) as { chooseRuntime: () => Promise<Runtime> }
  return chooseRuntime()
}
