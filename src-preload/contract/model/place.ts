import { z } from 'zod'
import { windowCommandNames } from '../window-commands'
import { keyId } from './base'

const command = z.strictObject({ command: z.enum(windowCommandNames) })
const screen = z.strictObject({
  screen: z.enum(['keys', 'key', 'rotate', 'reminders', 'settings']),
  keyId: keyId.nullable()
})

/** Where the window is to go, because of a notification, the tray, a menu, a link or another program. */
export const place = z.union([screen, command])
export type Place = z.infer<typeof place>
export type PlaceOnScreen = z.infer<typeof screen>
