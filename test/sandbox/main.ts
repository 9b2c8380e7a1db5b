import { parseArgs } from 'node:util'
import { startControl } from './control.ts'
import { startSandbox } from './start-sandbox.ts'
import { PROVIDER_NAMES } from './types.ts'

// The program behind `npm run sandbox`.
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, port: { type: 'string' }, seed: { type: 'string' } }
})
const first = values.port === undefined ? null : Number(values.port)
if (first !== null && !(Number.isInteger(first) && first >= 1024 && first <= 65_000)) {
  process.stderr.write('--port is a number from 1024 to 65000: the first of six ports in a row.\n')
  process.exit(2)
}

const sandbox = await startSandbox({
  samples: true,
  ...(first !== null && { ports: { first } }),
  ...(values.seed !== undefined && { seed: values.seed })
})
const control = await startControl(sandbox, first === null ? 0 : first + PROVIDER_NAMES.length)
const servers = Object.values(sandbox.providers)

if (values.json === true) {
  const providers = servers.map(({ name, baseUrl, credentials }) => [name, { baseUrl, credentials }] as const)
  const { url, token } = control
  process.stdout.write(`${JSON.stringify({ providers: Object.fromEntries(providers), control: { url, token } })}\n`)
} else {
  const rows = servers.flatMap(({ name, baseUrl, credentials }) =>
    Object.entries<string>({ ...credentials }).map(([label, value], at) => [
      at === 0 ? name : '',
      at === 0 ? baseUrl : '',
      label,
      value
    ])
  )
  const table = [
    ['provider', 'base URL', 'credential', 'value'],
    ...rows,
    ['control', control.url, 'token', control.token]
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  process.stdout.write(`\n${lines.join('\n')}\n\nCtrl+C stops it. Nothing is kept.\n`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void Promise.all([sandbox.close(), control.close()]).then(() => {
      process.exit(0)
    })
  })
}
