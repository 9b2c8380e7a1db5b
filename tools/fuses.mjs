import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * What each fuse of the packaged Electron is set to (electronjs.org/docs/latest/tutorial/fuses).
 * All are named, so that a fuse new in a later Electron stops the packaging instead of keeping its default.
 */
export const fuses = {
  // The packaged app is no Node: not by ELECTRON_RUN_AS_NODE, not by NODE_OPTIONS, not by --inspect.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Only the archive that was packaged is loaded. Linux has no integrity check to switch on; the bit does no harm there.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The app serves itself through its own scheme, so file: needs no more than in a browser.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true
}

/** The fuse wire a packaged binary must carry: one '0' or '1' per fuse, in wire order. */
export const expectedWire = Object.keys(fuses)
  .map(Number)
  .sort((a, b) => a - b)
  .map((fuse) => (fuses[fuse] ? '1' : '0'))
  .join('')

/** Flips the fuses of a packaged app; before anything is signed. Takes what electron-builder gives its afterPack hook. */
export async function flipTheFuses({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename
  const binaries = { darwin: `${name}.app`, win32: `${name}.exe`, linux: packager.executableName }
  await flipFuses(join(appOutDir, binaries[electronPlatformName]), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses
  })
}
