import { createConnection, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

export interface BlockedListener {
  readonly port: number
  close(): Promise<void>
}

const BACKLOG = 1

const listening = `
  const { createServer } = require('node:net')
  const { parentPort } = require('node:worker_threads')
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: ${String(BACKLOG)} }, () => {
    parentPort.postMessage(server.address().port)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })`

/**
 * A port whose thread is stopped and whose queue is full: Linux answers no further connection attempt, it only lets
 * them wait. One more than the backlog is let in.
 */
export async function createBlockedListener(): Promise<BlockedListener> {
  const worker = new Worker(listening, { eval: true })
  const port = await new Promise<number>((resolve) => worker.once('message', resolve))
  const fillers: Socket[] = []
  for (let place = 0; place <= BACKLOG; place += 1) {
    const filler = createConnection({ port, host: '127.0.0.1' })
    fillers.push(filler.on('error', () => {}))
    await new Promise((resolve) => filler.once('connect', resolve))
  }
  return {
    port,
    async close() {
      for (const filler of fillers) filler.destroy()
      await worker.terminate()
    }
  }
}
