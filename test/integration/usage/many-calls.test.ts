import { it } from 'vitest'
import { expectAllCalls } from './many-calls'

it('brings each of 30,000 calls once, however often it is killed', { timeout: 120_000 }, () =>
  expectAllCalls(30_000, 2)
)
