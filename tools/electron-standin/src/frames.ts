import { Answered } from './answered.ts'
import { originOf, toAppUrl } from './app-urls.ts'
import type { Session } from './cdp.ts'

let lastTreeNodeId = 0

/** Electron's `WebFrameMain`: one frame of a page, the top one or inside it. */
export class Frame
  extends Answered
  implements
    Pick<
      Electron.WebFrameMain,
      | 'url'
      | 'origin'
      | 'name'
      | 'routingId'
      | 'processId'
      | 'frameTreeNodeId'
      | 'isDestroyed'
      | 'executeJavaScript'
      | 'detached'
    >
{
  readonly #session: Session
  readonly id: string
  readonly parent: Frame | null
  readonly frameTreeNodeId = ++lastTreeNodeId
  readonly routingId = this.frameTreeNodeId
  readonly processId = 1
  readonly frames: Frame[] = []
  url = ''
  name = ''
  origin = 'null'
  detached = false

  constructor(session: Session, id: string, parent: Frame | null) {
    super()
    this.#session = session
    this.id = id
    this.parent = parent
    parent?.frames.push(this)
  }

  get top(): Frame {
    return this.parent?.top ?? this
  }

  get framesInSubtree(): Frame[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)]
  }

  isDestroyed(): boolean {
    return this.detached
  }

  /** Runs code in this frame's main world; only the top frame is answered. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    if (this.parent) throw new Error('electron stand-in: executeJavaScript runs in the top frame only')
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression: code,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
      replMode: false
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Called when the frame has committed a document. */
  committed(pageUrl: string, securityOrigin: string, name: string): void {
    this.url = toAppUrl(pageUrl)
    this.name = name
    this.origin = securityOrigin.startsWith('http') ? originOf(toAppUrl(securityOrigin)) : originOf(this.url)
    for (const child of this.frames.splice(0)) child.remove()
  }

  /** Called when the frame has left the page. */
  remove(): void {
    this.detached = true
    const siblings = this.parent?.frames
    if (siblings?.includes(this)) siblings.splice(siblings.indexOf(this), 1)
  }
}
