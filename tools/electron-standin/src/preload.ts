import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { createCodec } from './codec.ts'
import { createPeer } from './cross-world.ts'
import type { Session } from './cdp.ts'
import type { Frame } from './frames.ts'
import { ipcMain } from './ipc.ts'
import { runIsolatedHalf, runMainWorldHalf, type MainMessage, type PreloadMessage } from './preload-runtime.ts'
import type { WebContents } from './web-contents.ts'

const worldName = 'Electron Isolated Context'
const binding = 'electronStandIn'
const codec = createCodec()

/** The main process's end of a page's preload. */
export interface PreloadChannel {
  /** Delivers to the preload of the document that is there now; to none if there is none. */
  send(channel: string, args: unknown[]): void
}

/** Puts a preload into every document of the page's top frame, before any script of the page. */
export function installPreload(session: Session, contents: WebContents, preloadPath: string): PreloadChannel {
  const contexts = new Map<number, Frame>()
  let current: number | undefined
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = context.auxData as { frameId?: string }
    const frame = context.name === worldName && frameId !== undefined ? contents.frame(frameId) : undefined
    if (!frame || frame.parent) return
    contexts.set(context.id, frame)
    current = context.id
  })
  const forget = (id: number): void => {
    contexts.delete(id)
    if (current === id) current = undefined
  }
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => forget(executionContextId))
  session.on('Runtime.executionContextsCleared', () => [...contexts.keys()].forEach(forget))

  const deliver = (contextId: number, message: MainMessage): void => {
    session.post('Runtime.evaluate', {
      contextId,
      expression: `deliver(${JSON.stringify(codec.encode(message))})`,
      silent: true
    })
  }
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    const frame = contexts.get(executionContextId)
    // Only the preload's own world of the top frame has a say, whoever else got hold of the name.
    if (name !== binding || !frame) return
    const message = codec.decode(payload) as PreloadMessage
    if (message.kind === 'preload-error') {
      contents.emit(
        'preload-error',
        {},
        preloadPath,
        Object.assign(new Error(message.message), { stack: message.stack })
      )
    } else if (message.kind === 'dropped') {
      void pathsOf(session, executionContextId, message.count).then((paths) =>
        deliver(executionContextId, { kind: 'dropped', paths })
      )
    } else if (message.kind === 'send') {
      ipcMain.receive(message.channel, contents, frame, message.args)
    } else {
      void answer(message, frame, (reply) => deliver(executionContextId, reply))
    }
  })
  const answer = async (
    message: PreloadMessage & { kind: 'invoke' },
    frame: Frame,
    reply: (message: MainMessage) => void
  ): Promise<void> => {
    const { id, channel } = message
    try {
      reply({ kind: 'reply', id, ok: true, value: await ipcMain.invoke(channel, contents, frame, message.args) })
    } catch (error) {
      const text =
        error instanceof DOMException
          ? `Error invoking remote method '${channel}': Error: An object could not be cloned.`
          : (error as Error).message
      reply({ kind: 'reply', id, ok: false, value: text })
    }
  }

  const handshake = randomBytes(16).toString('hex')
  session.post('Runtime.addBinding', { name: binding, executionContextName: worldName })
  // Registered in this order, run in this order: the page's half must be listening.
  session.post('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${String(runMainWorldHalf)})(${JSON.stringify(handshake)}, ${String(createPeer)})`
  })
  session.post('Page.addScriptToEvaluateOnNewDocument', {
    worldName,
    source: isolatedSource(handshake, readPreload(preloadPath, contents))
  })

  return {
    send: (channel, args) => {
      const message: MainMessage = { kind: 'event', channel, args }
      const text = codec.encode(message)
      if (current !== undefined)
        session.post('Runtime.evaluate', {
          contextId: current,
          expression: `deliver(${JSON.stringify(text)})`,
          silent: true
        })
    }
  }
}

/** Where the files lie that were dropped last; '' for one that is on no disk. */
async function pathsOf(session: Session, contextId: number, count: number): Promise<string[]> {
  const paths: string[] = []
  for (let at = 0; at < count; at++) {
    const expression = `droppedFiles[${String(at)}]`
    const path = await session
      .send('Runtime.evaluate', { contextId, expression })
      .then(({ result }) => session.send('DOM.getFileInfo', { objectId: result.objectId ?? '' }))
      .then((info) => info.path)
      .catch(() => '')
    paths.push(path)
  }
  return paths
}

function readPreload(preloadPath: string, contents: WebContents): string {
  try {
    const source = readFileSync(preloadPath, 'utf8')
    // A syntax error would take the bridge's own script down with it.
    new Script(`(function () {${source}\n})`, { filename: preloadPath })
    return source
  } catch (error) {
    console.error(`Unable to load preload script: ${preloadPath}`, error)
    setImmediate(() => contents.emit('preload-error', {}, preloadPath, error))
    return ''
  }
}

function isolatedSource(handshake: string, preload: string): string {
  const { node, v8, electron, chrome } = process.versions as Record<string, string>
  const info = { platform: process.platform, arch: process.arch, versions: { node, v8, electron, chrome } }
  const codecSource = `(${String(createCodec)})()`
  const [handshakeText, bindingText, infoText] = [handshake, binding, info].map((value) => JSON.stringify(value))
  const given = [handshakeText, bindingText, String(createPeer), codecSource, infoText].join(', ')
  return `(${String(runIsolatedHalf)})(${given},
function (require, process, module, exports, setImmediate, clearImmediate) {${preload}
})`
}
