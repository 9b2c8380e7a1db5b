import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseManifest } from '@main/connectors/manifest/parse'

const folder = new URL('../../../resources/connectors/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'manifest.schema.json')

describe('manifests that come with Keyquay', () => {
  it.each(files)('%s fits the format', (file) => {
    const parsed = parseManifest(readFileSync(new URL(file, folder), 'utf8'))
    expect('problems' in parsed ? parsed.problems : []).toEqual([])
  })
})
