import { it } from 'vitest'
import { expectAllCalls } from '../integration/usage/many-calls'

it('brings each of 1,000,000 calls once, killed midway', { timeout: 900_000 }, () => expectAllCalls(1_000_000, 1))
