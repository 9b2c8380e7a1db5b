import { toAppUrl } from './app-urls.ts'
import type { Session } from './cdp.ts'

export interface ConsoleMessage {
  readonly level: string
  readonly message: string
  readonly lineNumber: number
  readonly sourceId: string
}

/** Everything a page's console shows: its own messages, uncaught errors and Chromium's complaints. */
export function watchConsole(session: Session, onMessage: (message: ConsoleMessage) => void): void {
  const tell = (level: string, message: string, lineNumber = 0, sourceId = ''): void =>
    onMessage({ level, message, lineNumber, sourceId: toAppUrl(sourceId) })
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const frame = stackTrace?.callFrames[0]
    const message = args.map((argument) => String(argument.value ?? argument.description ?? argument.type)).join(' ')
    tell(
      type === 'error' || type === 'warning' || type === 'debug' ? type : 'info',
      message,
      frame?.lineNumber,
      frame?.url
    )
  })
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, lineNumber, url } }) => {
    tell('error', `Uncaught ${exception?.description ?? text}`, lineNumber, url)
  })
  session.on('Log.entryAdded', ({ entry: { level, text, lineNumber, url } }) => {
    tell(level === 'verbose' ? 'debug' : level, text, lineNumber, url)
  })
}
