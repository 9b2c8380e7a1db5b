import type { Importer } from './candidate'
import { createCollection } from './collect'
import { isLikelySecret } from './likely-secret'
import { IMPORT_LIMITS } from './limits'
import { readNetrcTokens, type NetrcToken } from './netrc-tokens'
import { decodeText } from './text'
import { unreadable } from './unreadable'

interface Machine {
  readonly host: string
  readonly line: number
  login: string
  account: string
  password: string
}

/**
 * `.netrc` (GNU inetutils, "The .netrc file"; quoting as curl reads it). Each machine's password is a candidate;
 * `macdef` macros are skipped. A word that is no keyword, or a keyword without its value, is `import-unreadable`.
 */
export const netrc: Importer = {
  id: 'netrc',
  read(input) {
    const found = createCollection(input.fileName)
    for (const machine of readMachines(decodeText(input, IMPORT_LIMITS.configBytes), input.fileName)) {
      found.add({
        name: machine.host,
        secret: machine.password,
        origin: `line ${String(machine.line)}`,
        likelySecret: isLikelySecret('password', machine.password),
        user: machine.login || machine.account,
        address: `https://${machine.host}/`
      })
    }
    return Promise.resolve(found.all)
  }
}

function* readMachines(text: string, file: string): Generator<Machine> {
  const tokens = readNetrcTokens(text)
  let machine: Machine | null = null
  for (const token of tokens) {
    const value = (): string => {
      const next: IteratorResult<NetrcToken, unknown> = tokens.next()
      if (next.done === true) throw unreadable(file, token.line)
      return next.value.text
    }
    if (token.text === 'machine' || token.text === 'default') {
      if (machine !== null) yield machine
      const host = token.text === 'default' ? 'default' : value()
      machine = { host, line: token.line, login: '', account: '', password: '' }
    } else if (machine !== null && isPart(token.text)) machine[token.text] = value()
    else throw unreadable(file, token.line)
  }
  if (machine !== null) yield machine
}

function isPart(word: string): word is 'login' | 'account' | 'password' {
  return word === 'login' || word === 'account' || word === 'password'
}
