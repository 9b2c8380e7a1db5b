import type { FolderLooks } from '@main/node/folder-looks'
import { answerTo } from '@main/node/folder-questions'

/** Looks into folders on the calling thread, which waits for their disk. */
export const looksInThread: FolderLooks = {
  ask: async (question) => Promise.resolve(answerTo(question)),
  standings: async (folders) => Promise.resolve(folders.map((folder) => answerTo({ ask: 'standing', folder })))
}
