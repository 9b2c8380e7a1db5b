import type { CopyFormat } from '@contract/ipc'

/** One request that is made with a key, its value in place. */
export interface SampleRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export const sampleFormats = ['curl', 'python', 'javascript'] as const satisfies readonly CopyFormat[]
export type SampleFormat = (typeof sampleFormats)[number]

export function isSampleFormat(format: CopyFormat): format is SampleFormat {
  return sampleFormats.some((sample) => sample === format)
}

/** The request as code that runs as it stands: for a POSIX shell, Python with requests, or JavaScript in a module. */
export function codeSample(format: SampleFormat, request: SampleRequest): string {
  switch (format) {
    case 'curl':
      return curl(request)
    case 'python':
      return python(request)
    case 'javascript':
      return javascript(request)
  }
}

function curl({ method, url, headers, body }: SampleRequest): string {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${shellQuoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${shellQuoted(`${titled(name)}: ${value}`)}`),
    ...(body === null ? [] : [`--data ${shellQuoted(body)}`])
  ]
  return lines.join(' \\\n  ')
}

function python({ method, url, headers, body }: SampleRequest): string {
  return [
    'import requests',
    '',
    'response = requests.request(',
    `    ${quoted(method)},`,
    `    ${quoted(url)},`,
    '    headers={',
    ...Object.entries(headers).map(([name, value]) => `        ${quoted(titled(name))}: ${quoted(value)},`),
    '    },',
    ...(body === null ? [] : [`    data=${quoted(body)},`]),
    '    timeout=30,',
    ')',
    'response.raise_for_status()',
    'print(response.json())'
  ].join('\n')
}

function javascript({ method, url, headers, body }: SampleRequest): string {
  return [
    `const response = await fetch(${quoted(url)}, {`,
    `  method: ${quoted(method)},`,
    '  headers: {',
    ...Object.entries(headers).map(([name, value]) => `    ${quoted(titled(name))}: ${quoted(value)},`),
    '  },',
    ...(body === null ? [] : [`  body: ${quoted(body)},`]),
    '})',
    'if (!response.ok) throw new Error(`HTTP ${response.status}`)',
    'console.log(await response.json())'
  ].join('\n')
}

/** A JSON text is a literal of JavaScript (ECMA-262, since 2019) and, lone surrogates aside, of Python. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed())
}

function titled(header: string): string {
  return header.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
}

/** POSIX shell quoting (IEEE Std 1003.1, 2.2.2): everything literal but the quote itself. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
