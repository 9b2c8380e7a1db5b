import type { Session } from './cdp.ts'

const worldName = 'Electron title'
const binding = 'titleChanged'

// Of a world of its own: the page neither sees it nor can call it.
function reportTitle(): void {
  if (window.top !== window) return
  const report = (globalThis as unknown as Record<string, (title: string) => void>).titleChanged
  const tell = (): void => {
    if (document.title !== '') report?.(document.title)
  }
  document.addEventListener('DOMContentLoaded', () => {
    tell()
    new MutationObserver(tell).observe(document.head, { childList: true, characterData: true, subtree: true })
  })
}

/** Tells whenever the top document has a title. The protocol itself has no event for it. */
export function watchTitle(session: Session, topFrameId: string, onTitle: (title: string) => void): void {
  const contexts = new Set<number>()
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = context.auxData as { frameId?: string }
    if (context.name === worldName && frameId === topFrameId) contexts.add(context.id)
  })
  session.on('Runtime.executionContextsCleared', () => contexts.clear())
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === binding && contexts.has(executionContextId)) onTitle(payload)
  })
  session.post('Runtime.addBinding', { name: binding, executionContextName: worldName })
  session.post('Page.addScriptToEvaluateOnNewDocument', { worldName, source: `(${String(reportTitle)})()` })
}
