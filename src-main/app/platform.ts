import type { Snapshot } from '@contract/model/session'

/** The platforms the window tells apart; every other Unix is treated as Linux. */
export function platformOf(platform: NodeJS.Platform): Snapshot['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux'
}
