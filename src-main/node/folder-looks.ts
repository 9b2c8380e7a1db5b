import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { AppError, type ErrorCode, type ErrorDetails } from '@contract/errors'
import type { Clock } from '../ports/clock'
import { answerTo, type FolderAnswers, type FolderAsk, type FolderFacts, type FolderQuestion } from './folder-questions'

/** Looks into folders that may lie on a disk or a share which does not answer. */
export interface FolderLooks {
  /** Null: the folder does not answer. Throws what the look itself throws. */
  ask<Ask extends FolderAsk>(question: FolderQuestion<Ask>): Promise<FolderAnswers[Ask] | null>
  /** Of each folder, in their order; null for one that does not answer. */
  standings(folders: readonly string[]): Promise<(FolderFacts | null)[]>
}

/** A line that {@link LookProcess} writes for each question, after one that says that it is ready. */
export type FolderReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails }

export interface LookProcess {
  readonly stdout: Readable
  /** Ends it whatever it waits for, and waits for nothing itself. */
  kill(): void
}

interface Parts {
  readonly clock: Pick<Clock, 'after'>
  readonly start: (questions: readonly string[]) => LookProcess
}

/** A share that is gone may let nobody know for minutes. */
const PATIENCE_MS = 1_500
/** Where one does not answer, others probably lie on the same share. */
const LESS_PATIENCE_MS = 500
const LONGEST_START_MS = 10_000

/**
 * Has a process of its own do the looking, one folder after the other, and ends it at the first that does not answer.
 * A thread could not be ended: it would keep the app from quitting for as long as the share is silent, and so would one
 * of the threads that Node reads files with, of which the key derivation needs one.
 */
export function createFolderLooks({ clock, start }: Parts): FolderLooks {
  async function replies(questions: readonly FolderQuestion[]): Promise<(FolderReply | null)[]> {
    const found: (FolderReply | null)[] = []
    while (found.length < questions.length) {
      const patienceMs = found.includes(null) ? LESS_PATIENCE_MS : PATIENCE_MS
      found.push(...(await repliesUntilSilence(questions.slice(found.length), patienceMs)))
      if (found.length < questions.length) found.push(null)
    }
    return found
  }

  async function repliesUntilSilence(questions: readonly FolderQuestion[], patienceMs: number): Promise<FolderReply[]> {
    const process = start(questions.map((question) => JSON.stringify(question)))
    const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]()
    try {
      if ((await nextLine(lines, LONGEST_START_MS)) === null) throw new AppError('internal', {})
      const found: FolderReply[] = []
      while (found.length < questions.length) {
        const line = await nextLine(lines, patienceMs)
        if (line === null) break
        found.push(JSON.parse(line) as FolderReply)
      }
      return found
    } finally {
      process.kill()
    }
  }

  /** Null when none comes in time. Throws `internal` when none will come any more. */
  async function nextLine(lines: AsyncIterator<string>, withinMs: number): Promise<string | null> {
    const { promise: late, resolve } = Promise.withResolvers<null>()
    const cancel = clock.after(withinMs, () => {
      resolve(null)
    })
    const line = await Promise.race([lines.next(), late])
    cancel()
    if (line?.done === true) throw new AppError('internal', {})
    return line?.value ?? null
  }

  return {
    async ask<Ask extends FolderAsk>(question: FolderQuestion<Ask>) {
      const [reply = null] = await replies([question])
      if (reply === null) return null
      if (reply.ok) return reply.value as FolderAnswers[Ask]
      throw new AppError(reply.code, reply.details)
    },
    async standings(folders) {
      const found = await replies(folders.map((folder) => ({ ask: 'standing', folder })))
      return found.map((reply) => (reply?.ok === true ? (reply.value as FolderFacts) : null))
    }
  }
}

/** Looks on this thread, which waits for the folder's disk: for a disk of this computer. */
export const looksHere: FolderLooks = {
  ask: async (question) => Promise.resolve(answerTo(question)),
  standings: async (folders) => Promise.resolve(folders.map((folder) => answerTo({ ask: 'standing', folder })))
}

/** The built file that answers; it lies beside this bundle. */
export const LOOKER = join(import.meta.dirname, 'folder-looker.js')

/** On Node itself, as `kq` runs on it. */
export function startOnNode(questions: readonly string[]): LookProcess {
  const child = spawn(process.execPath, [LOOKER, ...questions], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: undefined, OPENSSL_CONF: undefined },
    windowsHide: true
  })
  // One that did not start says nothing.
  child.on('error', () => undefined)
  return {
    stdout: child.stdout,
    kill() {
      child.kill('SIGKILL')
      child.stdout.destroy()
      child.unref()
    }
  }
}
