/** Switches that hand the page or the process to a debugger. */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'load-extension',
  'disable-web-security',
  'js-flags'
]

/** The first switch with which the packaged app will not start; null when there is none. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return REFUSED.find((name) => hasSwitch(name)) ?? null
}
