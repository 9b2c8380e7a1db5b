import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binary, resourcesOf } from './binary.ts'

interface Layout {
  layOutKq: (resources: string, target: { platform: string; arch: string }) => string
}

/** The packaged app's resources with `kq` in them or, where no app is packaged, as the packaging lays them out. */
export async function kqResources(): Promise<{ resources: string; remove: () => void }> {
  if (binary) return { resources: resourcesOf(binary), remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'keyquay-laid-out-'))
  // A blank in it, as in "C:\Program Files" and in the names of disks.
  const resources = join(folder, 'an app', 'resources')
  const { layOutKq } = (await import(new URL('../../tools/package/kq-layout.mjs', import.meta.url).href)) as Layout
  layOutKq(resources, process)
  return { resources, remove: () => { rmSync(folder, { recursive: true, force: true }) } }
}
