import { z } from 'zod'
import { manifest } from './manifest'

/** The format of manifests for editors (JSON Schema 2020-12), as published in `resources/connectors`. */
export function manifestJsonSchema(): object {
  const schema = z.toJSONSchema(manifest, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      liftDescription(jsonSchema)
    }
  })
  return { ...schema, title: 'Keyquay connector manifest' }
}

/** An editor shows what a field itself says, and nothing of the forms it may have: text or null. */
function liftDescription(schema: z.core.JSONSchema.BaseSchema): void {
  const described = schema.anyOf?.flatMap((form) => (typeof form === 'object' ? (form.description ?? []) : []))
  const [only] = described ?? []
  if (schema.description === undefined && only !== undefined) schema.description = only
}
