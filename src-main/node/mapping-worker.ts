import { parentPort } from 'node:worker_threads'
import { evaluateMapping } from '../connectors/mapping'

const port = parentPort
if (port === null) throw new Error('the mapping worker runs in a worker thread')

port.on('message', ({ expression, inputJson }: { expression: string; inputJson: string }) => {
  port.postMessage(evaluateMapping(expression, inputJson))
})
// What was asked before this line waits: the first message says that the time may be counted.
port.postMessage('ready')
