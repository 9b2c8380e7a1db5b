import { z } from 'zod'
import { call, event } from '../define'
import { nothing } from '../model/base'
import { clipboardLease, snapshot } from '../model/session'
import { settings, settingsChange } from '../model/settings'
import { terminalCommand } from '../model/terminal-command'

export const appCalls = {
  'app.snapshot': call({ requires: 'nothing', input: nothing, output: snapshot }),
  /** Opens a page on the reviewed list in the person's browser. */
  'app.openLink': call({ requires: 'nothing', input: z.strictObject({ link: z.url().max(500) }), output: nothing }),
  'app.terminalCommand': call({ input: nothing, output: terminalCommand }),
  /** Throws `command-name-taken`, `command-not-placed`. */
  'app.installTerminalCommand': call({ input: nothing, output: terminalCommand }),
  'app.removeTerminalCommand': call({ input: nothing, output: terminalCommand }),
  'clipboard.clear': call({ requires: 'nothing', input: nothing, output: nothing }),
  'settings.update': call({ requires: 'nothing', input: settingsChange, output: settings }),

  'clipboard.changed': event(z.strictObject({ revision: z.int(), clipboard: clipboardLease })),
  'settings.changed': event(z.strictObject({ revision: z.int(), settings }))
} as const
