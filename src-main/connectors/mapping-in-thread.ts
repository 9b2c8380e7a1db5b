import { AppError } from '@contract/errors'
import type { MappingRunner } from './connector'
import { parseForeignJson } from './foreign-json'
import { evaluateMapping } from './mapping'

/** Evaluates on the calling thread, which an expression may then block: for tests and tools. */
export function createMappingRunnerInThread(): MappingRunner {
  return {
    async run(expression, input) {
      return Promise.resolve(readReply(evaluateMapping(expression, JSON.stringify(input))))
    },
    end: () => Promise.resolve()
  }
}

/** What an evaluation gave. Throws `provider-answer-unreadable`, whose host the caller knows. */
export function readReply(reply: ReturnType<typeof evaluateMapping>): unknown {
  if (!reply.ok) throw unreadable()
  try {
    return parseForeignJson(reply.json)
  } catch {
    throw unreadable()
  }
}

const unreadable = (): AppError =>
  new AppError('provider-answer-unreadable', { host: '', expected: 'an answer its fields can be read from' })
