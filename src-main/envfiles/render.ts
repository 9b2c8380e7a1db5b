import { AppError } from '@contract/errors'
import { envName } from '@contract/model/base'

/**
 * `NAME='value'`: the one form that dotenv, Node, bash and python-dotenv all read back exactly, for printable ASCII
 * without `'`, `\` and `${` (measured; compose-go takes `\'` as an escape even here, python-dotenv fills in `${X}`).
 * Throws `env-name-invalid` and `secret-not-for-env`.
 */
export function renderAssignment(name: string, value: string): string {
  if (!envName.safeParse(name).success) throw new AppError('env-name-invalid', { name: shown(name) })
  if (!isEnvValue(value)) throw new AppError('secret-not-for-env', { name })
  return `${name}='${value}'`
}

/** Whether every reader gets `value` back as it is. */
export function isEnvValue(value: string): boolean {
  return /^[\x20-\x7e]*$/.test(value) && !/['\\]/.test(value) && !value.includes('${')
}

/** A refused name may be a pasted secret, or run over the whole screen. */
function shown(name: string): string {
  const printable = name.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 40)
  return printable.length < name.length ? `${printable}…` : printable
}
