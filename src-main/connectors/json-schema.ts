import { z } from 'zod'
import { manifest } from './manifest'

/** The format of manifests for editors (JSON Schema 2020-12), as published in `resources/connectors`. */
export function manifestJsonSchema(): object {
  const schema = z.toJSONSchema(manifest, { io: 'input', unrepresentable: 'any' })
  return { ...schema, title: 'Keyquay connector manifest' }
}
