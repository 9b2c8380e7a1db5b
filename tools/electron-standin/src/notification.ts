import { randomUUID } from 'node:crypto'
import { Answered, createEvent } from './answered.ts'
import { recorder, type Recorder } from './recorder.ts'

type AnsweredNotification = Pick<
  Electron.Notification,
  | 'show'
  | 'close'
  | 'actions'
  | 'body'
  | 'closeButtonText'
  | 'groupId'
  | 'groupTitle'
  | 'hasReply'
  | 'id'
  | 'replyPlaceholder'
  | 'silent'
  | 'sound'
  | 'subtitle'
  | 'timeoutType'
  | 'title'
  | 'toastXml'
  | 'urgency'
>

const delivered: Notification[] = []

/** Electron's `Notification`. Every one that is shown is recorded; a test acts on it with its events. */
export class Notification extends Answered implements AnsweredNotification {
  readonly id: string
  readonly groupId: string
  readonly groupTitle: string
  actions: Electron.NotificationAction[]
  body: string
  closeButtonText: string
  hasReply: boolean
  replyPlaceholder: string
  silent: boolean
  sound: string
  subtitle: string
  timeoutType: 'default' | 'never'
  title: string
  toastXml: string
  urgency: 'normal' | 'critical' | 'low'
  #recorded: Recorder['notifications'][number] | undefined

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super()
    this.id = options.id ?? randomUUID()
    this.groupId = options.groupId ?? ''
    this.groupTitle = options.groupTitle ?? ''
    this.actions = options.actions ?? []
    this.body = options.body ?? ''
    this.closeButtonText = options.closeButtonText ?? ''
    this.hasReply = options.hasReply ?? false
    this.replyPlaceholder = options.replyPlaceholder ?? ''
    this.silent = options.silent ?? false
    this.sound = options.sound ?? ''
    this.subtitle = options.subtitle ?? ''
    this.timeoutType = options.timeoutType ?? 'default'
    this.title = options.title ?? ''
    this.toastXml = options.toastXml ?? ''
    this.urgency = options.urgency ?? 'normal'
  }

  static isSupported(): boolean {
    return true
  }

  static async getHistory(): Promise<Notification[]> {
    return [...delivered]
  }

  static remove(id: string | string[]): void {
    for (const notification of delivered.filter((one) => [id].flat().includes(one.id))) notification.close()
  }

  static removeAll(): void {
    for (const notification of [...delivered]) notification.close()
  }

  static removeGroup(groupId: string): void {
    for (const notification of delivered.filter((one) => one.groupId === groupId)) notification.close()
  }

  // Starts the app from a notification on Windows only.
  static handleActivation(): void {}

  show(): void {
    this.#dismiss()
    this.#recorded = {
      title: this.title,
      subtitle: this.subtitle,
      body: this.body,
      silent: this.silent,
      actions: this.actions.map(({ text = '' }) => text),
      closed: false
    }
    recorder.notifications.push(this.#recorded)
    delivered.push(this)
    setImmediate(() => this.emit('show', createEvent()))
  }

  close(): void {
    if (this.#dismiss()) setImmediate(() => this.emit('close', createEvent({ reason: 'applicationHidden' })))
  }

  #dismiss(): boolean {
    const at = delivered.indexOf(this)
    if (at < 0) return false
    delivered.splice(at, 1)
    if (this.#recorded) this.#recorded.closed = true
    return true
  }
}

/** The notifications a person could still act on, oldest first. */
export function visibleNotifications(): readonly Notification[] {
  return delivered
}

true satisfies typeof Notification extends Pick<
  typeof Electron.Notification,
  'isSupported' | 'remove' | 'removeAll' | 'removeGroup' | 'handleActivation'
>
  ? true
  : false
