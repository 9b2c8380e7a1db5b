import { Answered, createEvent, label } from './answered.ts'
import type { Frame } from './frames.ts'
import type { WebContents } from './web-contents.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: never[]) => unknown

/** Electron's `ipcMain`. */
export class IpcMain extends Answered implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  readonly #handlers = new Map<string, Handler>()

  override get [label](): string {
    return 'ipcMain'
  }

  handle(channel: string, listener: Handler): void {
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** Runs the handler of a channel. A refusal carries the text that `ipcRenderer.invoke` rejects with. */
  async invoke(channel: string, sender: WebContents, frame: Frame, args: readonly unknown[]): Promise<unknown> {
    const listener = this.#handlers.get(channel)
    if (!listener)
      throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
    try {
      return await listener(toEvent(sender, frame), ...(args as never[]))
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
    }
  }

  /** Delivers what `ipcRenderer.send` sent. */
  receive(channel: string, sender: WebContents, frame: Frame, args: readonly unknown[]): void {
    const event = {
      ...toEvent(sender, frame),
      reply: (replyTo: string, ...reply: unknown[]) => sender.send(replyTo, ...reply)
    }
    sender.emit('ipc-message', event, channel, ...args)
    this.emit(channel, event, ...args)
  }
}

export const ipcMain = new IpcMain()

function toEvent(sender: WebContents, frame: Frame): Electron.IpcMainInvokeEvent {
  return createEvent({
    type: 'frame' as const,
    sender,
    senderFrame: frame,
    frameId: frame.routingId,
    processId: frame.processId,
    frameTreeNodeId: frame.frameTreeNodeId
  }) as unknown as Electron.IpcMainInvokeEvent
}
