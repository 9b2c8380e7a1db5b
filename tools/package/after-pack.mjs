import { join } from 'node:path'
import { flipTheFuses } from '../fuses.mjs'
import { layOutKq } from './kq-layout.mjs'

/** electron-builder's own numbers for processors. */
const ARCHS = { 1: 'x64', 3: 'arm64' }

/** electron-builder's afterPack hook: what has to be in the app before it is signed. */
export default async function afterPack(context) {
  const { appOutDir, electronPlatformName: platform, packager, arch } = context
  await flipTheFuses(context)
  const mac = join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
  layOutKq(platform === 'darwin' ? mac : join(appOutDir, 'resources'), { platform, arch: ARCHS[arch] })
}
