import { parse } from 'ini'
import type { Importer } from './candidate'
import { createCollection } from './collect'
import { isLikelySecret } from './likely-secret'
import { IMPORT_LIMITS } from './limits'
import { decodeText } from './text'

const KINDS = new Set(['_authToken', '_password', '_auth'])

/**
 * `.npmrc` (docs.npmjs.com, "npmrc", "Auth related configuration"), read with npm's own `ini`: `_authToken`, `_auth`
 * and `_password` of each host, and the older ones without a host. `${NAME}` stands for a variable and is no secret.
 */
export const npmrc: Importer = {
  id: 'npmrc',
  read(input) {
    const found = createCollection(input.fileName)
    const settings: Record<string, unknown> = parse(decodeText(input, IMPORT_LIMITS.configBytes))
    for (const [setting, secret] of Object.entries(settings)) {
      // `//host:8443/path/:_authToken`, or the kind alone.
      const colon = setting.lastIndexOf(':')
      const kind = setting.slice(colon + 1)
      if (!KINDS.has(kind) || typeof secret !== 'string') continue
      const scope = setting.slice(0, Math.max(colon, 0))
      const host = scope.replace(/^\/\//, '').replace(/\/$/, '')
      const user = settings[`${scope}:username`]
      found.add({
        name: host === '' ? `npm ${kind}` : `npm ${host}`,
        secret,
        origin: setting,
        likelySecret: isLikelySecret(kind === '_authToken' ? 'token' : 'password', secret),
        provider: 'npm',
        address: host === '' ? null : `https://${host}/`,
        user: typeof user === 'string' ? user : null,
        envName: kind === '_authToken' ? 'NPM_TOKEN' : null,
        project: host
      })
    }
    return Promise.resolve(found.all)
  }
}
