import type { CredentialField } from '@contract/model/connector'
import type { Terminal } from '../terminal'
import { UsageError } from '../usage-error'

/** A credential named on the command line: by its id, and the descriptor it comes from or null to be asked for. */
interface Named {
  readonly id: string
  readonly descriptor: number | null
}

const HOW = '--credential ID=fd:N'

/**
 * The values of a connection's credentials, in the order they were named: from their descriptors, the others from the
 * person. `required` ones are asked for unnamed. Throws {@link UsageError}, which never repeats what was typed.
 */
export async function readCredentials(
  terminal: Terminal,
  fields: readonly CredentialField[],
  options: readonly string[],
  asks: 'all' | 'named'
): Promise<Record<string, string>> {
  const named = options.map((option) => parse(option, fields))
  const unnamed = fields.filter(({ id }) => !named.some((one) => one.id === id))
  const asked = unnamed.filter(({ required }) => asks === 'all' && (required || terminal.interactive))
  const values: Record<string, string> = {}
  for (const { id, descriptor } of named) {
    const field = fields.find((one) => one.id === id)
    if (descriptor === null) terminal.progress(field?.howToGet ?? '')
    values[id] =
      descriptor === null
        ? await terminal.askSecret(field?.label ?? id, HOW)
        : await terminal.descriptors.readLine(descriptor)
  }
  for (const { id, label, howToGet, required } of asked) {
    terminal.progress(howToGet)
    const value = await terminal.askSecret(required ? label : `${label} (Enter leaves it out)`, HOW)
    if (value !== '') values[id] = value
  }
  return values
}

function parse(option: string, fields: readonly CredentialField[]): Named {
  const [, id = '', descriptor] = /^([^=]*)(?:=fd:(\d{1,4}))?$/.exec(option) ?? []
  if (fields.some((field) => field.id === id)) {
    return { id, descriptor: descriptor === undefined ? null : Number(descriptor) }
  }
  const offered = fields.map((field) => `${field.id} (${field.label})`).join(', ')
  throw new UsageError(
    `A credential is named as ID, to be asked for it, or as ID=fd:N; its value never stands in a command line. ` +
      `Nothing was changed. ${offered === '' ? 'This provider has none.' : `There is ${offered}.`}`
  )
}
