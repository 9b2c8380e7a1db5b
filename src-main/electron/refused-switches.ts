/** Switches that hand the page or the process to a debugger. */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'no-sandbox',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'log-net-log',
  'load-extension',
  'disable-web-security',
  'js-flags'
]

/** The first switch with which the packaged app will not start; null when there is none. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return REFUSED.find((name) => hasSwitch(name)) ?? null
}
