import { expect, it } from 'vitest'
import { linkedNext } from '@main/connectors/link-header'

it.each([
  [
    '<https://api.example.com/keys?page=2>; rel="next", <https://api.example.com/keys?page=9>; rel="last"',
    'https://api.example.com/keys?page=2'
  ],
  ['</keys?a=1,2>; rel=prev, </keys?a=3>; title="x"; rel="next last"', '/keys?a=3'],
  ['<https://api.example.com/keys?page=9>; rel="last"', null],
  ['<unclosed; rel="next"', null],
  ['', null]
])('%s', (header, expected) => {
  expect(linkedNext(header)).toBe(expected)
})
