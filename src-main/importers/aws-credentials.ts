import type { Importer } from './candidate'
import { createCollection, type Found } from './collect'
import { isLikelySecret } from './likely-secret'
import { IMPORT_LIMITS } from './limits'
import { decodeText, linesOf } from './text'
import { unreadable } from './unreadable'

/**
 * `~/.aws/credentials` and `~/.aws/config` (AWS SDKs and Tools Reference Guide, "Format of the config and credentials
 * files"). The secret access key of a profile is the secret and its access key id the remote id; a session token is a
 * second candidate. Outside a section, or without `=`, a line is `import-unreadable`.
 */
export const awsCredentials: Importer = {
  id: 'aws-credentials',
  read(input) {
    const found = createCollection(input.fileName)
    for (const profile of readProfiles(decodeText(input, IMPORT_LIMITS.configBytes), input.fileName)) {
      for (const candidate of keysOf(profile)) found.add(candidate)
    }
    return Promise.resolve(found.all)
  }
}

interface Profile {
  readonly name: string
  readonly line: number
  readonly settings: Map<string, string>
}

function readProfiles(text: string, file: string): Profile[] {
  const profiles = new Map<string, Profile>()
  let profile: Profile | null = null
  for (const [index, raw] of linesOf(text).entries()) {
    const isNested = /^\s/.test(raw)
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue
    if (line.startsWith('[')) {
      const close = line.indexOf(']')
      if (close === -1) throw unreadable(file, index + 1)
      const name = line
        .slice(1, close)
        .trim()
        .replace(/^profile\s+/, '')
      profile = profiles.get(name) ?? { name, line: index + 1, settings: new Map() }
      profiles.set(name, profile)
      continue
    }
    const equals = line.indexOf('=')
    if (profile === null || equals < 1) throw unreadable(file, index + 1)
    // Indented lines belong to the setting above them, such as `s3 =`; no key stands there.
    if (!isNested) profile.settings.set(line.slice(0, equals).trim().toLowerCase(), toValue(line.slice(equals + 1)))
  }
  return [...profiles.values()]
}

/** A blank and then `#` or `;` begin a comment. */
function toValue(text: string): string {
  const comment = text.search(/\s[#;]/)
  return (comment === -1 ? text : text.slice(0, comment)).trim()
}

function keysOf({ name, line, settings }: Profile): Found[] {
  const key = settings.get('aws_secret_access_key')
  const token = settings.get('aws_session_token') ?? settings.get('aws_security_token')
  const shared = {
    origin: `[${name}] line ${String(line)}`,
    provider: 'aws',
    project: name,
    remoteId: settings.get('aws_access_key_id'),
    description: settings.get('region'),
    expiresAt: settings.get('aws_expiration') ?? settings.get('x_security_token_expires')
  }
  const found: Found[] = []
  if (key !== undefined) {
    const envName = 'AWS_SECRET_ACCESS_KEY'
    found.push({ ...shared, name: `AWS ${name}`, envName, secret: key, likelySecret: isLikelySecret(envName, key) })
  }
  if (token !== undefined) {
    const envName = 'AWS_SESSION_TOKEN'
    const likelySecret = isLikelySecret(envName, token)
    found.push({ ...shared, name: `AWS ${name} session token`, envName, secret: token, likelySecret })
  }
  return found
}
