import { isAppError } from '@contract/errors'
import { answerTo, type FolderQuestion } from './folder-questions'
import type { FolderReply } from './folder-looks'

// A process of its own: a disk that does not answer holds up this one, which can be ended, and nothing else.
function say(line: FolderReply | 'ready'): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function replyTo(question: FolderQuestion): FolderReply {
  try {
    return { ok: true, value: answerTo(question) }
  } catch (error) {
    return isAppError(error)
      ? { ok: false, code: error.code, details: error.details }
      : { ok: false, code: 'internal', details: {} }
  }
}

say('ready')
for (const question of process.argv.slice(2)) say(replyTo(JSON.parse(question) as FolderQuestion))
