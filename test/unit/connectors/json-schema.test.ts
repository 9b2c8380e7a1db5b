import { expect, it } from 'vitest'
import { manifestJsonSchema } from '@main/connectors/json-schema'

/** `npx vitest run test/unit/connectors/json-schema.test.ts -u` writes it anew. */
it('the published JSON Schema is the one of this format', async () => {
  await expect(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../../resources/connectors/manifest.schema.json'
  )
})

it('describes every field for completion in an editor', () => {
  const bare: string[] = []
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    const { properties } = schema as {
      properties?: Record<string, { description?: string; const?: unknown }>
    }
    for (const [name, field] of Object.entries(properties ?? {})) {
      if (field.description === undefined && field.const === undefined) bare.push(`${path}.${name}`)
    }
    for (const [name, inner] of Object.entries(schema)) visit(inner, `${path}.${name}`)
  }
  visit(manifestJsonSchema(), '')
  expect(bare).toEqual([])
})
