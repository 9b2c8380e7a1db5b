import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './repository.ts'

test('check 91: npm test runs every folder of tests', async () => {
  const { stages } = (await import(new URL('../../tools/tasks/stages.mjs', import.meta.url).href)) as { stages: { vitest?: string }[] }
  const folders = readdirSync(join(root, 'test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && holdsTests(join(root, 'test', entry.name)))
    .map((entry) => entry.name)
  expect(folders.filter((name) => !stages.some((stage) => stage.vitest === name))).toEqual([])
})

function holdsTests(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.test.ts'))
}
