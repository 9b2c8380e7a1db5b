import { parentPort, workerData } from 'node:worker_threads'
import { createEngine, type EngineOptions } from './engine'
import { createResponder, sendReply, type Request } from './protocol'

const port = parentPort
if (port === null) throw new Error('the store worker runs in a worker thread')

const options = workerData as EngineOptions
const respond = createResponder(createEngine(options), options.folder)

port.on('message', (request: Request) => {
  void respond(request).then((reply) => {
    sendReply(port, reply)
  })
})
