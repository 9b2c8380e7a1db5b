import { AppError } from '@contract/errors'
import type { CopyFormat } from '@contract/ipc'
import { isEnvValue } from '../envfiles/render'
import { shellQuoted, type SampleFormat } from './code-samples'
import { powershellQuoted } from './powershell-quoted'

interface Copied {
  readonly name: string
  readonly envName: string | null
  readonly secret: string
}

/**
 * The text of a key in `format`. Throws `format-needs-env-name` when no env name can be made from the key's name,
 * and `secret-not-for-env` when `.env` readers would disagree on the value.
 */
export function formatSecret(key: Copied, format: Exclude<CopyFormat, SampleFormat>): string {
  const { secret } = key
  switch (format) {
    case 'value':
      return secret
    case 'env':
      if (!isEnvValue(secret)) throw new AppError('secret-not-for-env', { name: key.name })
      return `${envNameOf(key)}='${secret}'`
    case 'export':
      return `export ${envNameOf(key)}=${shellQuoted(secret)}`
    case 'powershell':
      return `$env:${envNameOf(key)} = ${powershellQuoted(secret)}`
    case 'json':
      return JSON.stringify({ [envNameOf(key)]: secret })
    case 'curl-header':
      return `-H ${shellQuoted(`Authorization: Bearer ${secret}`)}`
  }
}

/** The key's env name, or one made from its name. Throws `format-needs-env-name`. */
export function envNameOf(key: Pick<Copied, 'name' | 'envName'>): string {
  if (key.envName !== null) return key.envName
  const made = key.name
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, '_')
    .slice(0, 128)
  if (made === '') throw new AppError('format-needs-env-name', { name: key.name })
  return made
}
