import { answered } from './answered.ts'
import { recorder } from './recorder.ts'

type Content = Buffer | Electron.ClipboardBookmark
type Payload = ConstructorParameters<typeof Electron.ClipboardItem>[0][string]

const bookmarkType = 'electron application/bookmark'

/** Electron's `ClipboardItem`: one entry, in as many formats as it has. */
export class ClipboardItem implements Pick<Electron.ClipboardItem, 'types' | 'getType'> {
  readonly #items: Record<string, Payload>
  readonly types: string[]

  constructor(items: Record<string, Payload>) {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- an app in JavaScript can pass null
    if (typeof items !== 'object' || items === null || Object.keys(items).length === 0) {
      throw new TypeError('ClipboardItem requires at least one format')
    }
    this.#items = { ...items }
    this.types = Object.keys(items)
  }

  getType = (async (type: string): Promise<Blob | Electron.ClipboardBookmark> => {
    const payload = await this.#items[type]
    if (payload === undefined) throw new DOMException(`The type '${type}' was not found`, 'NotFoundError')
    return typeof payload === 'string' ? new Blob([payload], { type }) : payload
  }) as Electron.ClipboardItem['getType']
}

/** One clipboard of the machine: the usual one, or the selection that Linux has besides. */
class SystemClipboard {
  readonly #isSelection: boolean
  contents = new Map<string, Content>()

  constructor(isSelection: boolean) {
    this.#isSelection = isSelection
  }

  async write(data: Electron.ClipboardItem[]): Promise<void> {
    const next = new Map<string, Content>()
    for (const item of data) {
      for (const type of item.types) {
        const payload: Blob | Electron.ClipboardBookmark = await item.getType(type)
        next.set(
          type,
          payload instanceof Blob
            ? Buffer.from(await payload.arrayBuffer())
            : { title: payload.title, url: payload.url }
        )
      }
    }
    // Nothing is visible until everything is there, as with one native writer.
    this.contents = next
    this.#record()
  }

  async writeText(text: string): Promise<void> {
    if (typeof text !== 'string') throw new TypeError('text must be a string')
    this.contents = new Map([['text/plain', Buffer.from(text)]])
    this.#record()
  }

  async read(): Promise<Electron.ClipboardItem[]> {
    recorder.clipboard.reads++
    if (this.contents.size === 0) return []
    const entries = Array.from(
      this.contents,
      ([type, content]) =>
        [type, Buffer.isBuffer(content) ? new Blob([new Uint8Array(content)], { type }) : content] as const
    )
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- this one is Electron's here
    return [new ClipboardItem(Object.fromEntries(entries))]
  }

  async readText(): Promise<string> {
    recorder.clipboard.reads++
    const content = this.contents.get('text/plain')
    return Buffer.isBuffer(content) ? content.toString() : ''
  }

  async has(mimetype: string): Promise<boolean> {
    return this.contents.has(mimetype)
  }

  clear(): void {
    this.contents = new Map()
    if (!this.#isSelection) {
      recorder.clipboard.clears++
      recorder.clipboard.contents = {}
    }
  }

  #record(): void {
    if (this.#isSelection) {
      recorder.clipboard.selectionWrites++
      return
    }
    recorder.clipboard.contents = inBase64(this.contents)
    recorder.clipboard.writes.push(recorder.clipboard.contents)
  }
}

const system = new SystemClipboard(false)

function toModule(from: SystemClipboard) {
  return {
    clear: () => from.clear(),
    has: (mimetype: string) => from.has(mimetype),
    read: () => from.read(),
    readText: () => from.readText(),
    write: (data: Electron.ClipboardItem[]) => from.write(data),
    writeText: (text: string) => from.writeText(text)
  } satisfies Omit<Electron.Clipboard, 'selection'>
}

/** Electron's `clipboard`, of a machine that has this app and the test as its only users. */
export const clipboard = answered('clipboard', {
  ...toModule(system),
  selection: answered('clipboard.selection', toModule(new SystemClipboard(true)))
})

/** Another program puts something on the clipboard. It is not among the recorded writes. */
export function setForeignClipboard(contents: string | Record<string, string>): void {
  const formats = typeof contents === 'string' ? { 'text/plain': contents } : contents
  system.contents = new Map(Object.entries(formats).map(([type, text]) => [type, Buffer.from(text)]))
  recorder.clipboard.contents = inBase64(system.contents)
}

function inBase64(contents: ReadonlyMap<string, Content>): Record<string, string> {
  const entries = Array.from(contents, ([type, content]) => [
    type,
    (Buffer.isBuffer(content) ? content : Buffer.from(type === bookmarkType ? JSON.stringify(content) : '')).toString(
      'base64'
    )
  ])
  return Object.fromEntries(entries) as Record<string, string>
}
