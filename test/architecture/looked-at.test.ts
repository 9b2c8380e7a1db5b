import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lookedAt } from '../e2e/looked-at'

const OPENS = /<(?:Modal|Modal\.Root|Spotlight\.Root|DialogPage|FormDialog|ConfirmDialog|Popover)[\s>]/

const places = globSync('src-renderer/features/**/*.tsx')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('Screen.tsx') || OPENS.test(readFileSync(file, 'utf8')))
  .map((file) => file.replace(/^src-renderer\/features\/|\.tsx$/g, ''))

it('knows a look of axe for every screen and dialog there is', () => {
  expect(places.sort()).toEqual(Object.keys(lookedAt).sort())
})

it('knows only looks that a spec has', () => {
  const specs = globSync('test/e2e/*.spec.ts').map((file) => readFileSync(file, 'utf8'))
  const looks = new Set(
    specs.flatMap((spec) => [...spec.matchAll(/violations\(\S*page\), '([^']+)'/g)].map(([, what]) => what))
  )
  expect(Object.values(lookedAt).filter((what) => !looks.has(what))).toEqual([])
})
