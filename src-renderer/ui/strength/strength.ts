import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'

const estimator = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs })

/** How hard a password is to guess. This file is a chunk of its own: its word lists are large. */
export function estimate(password: string, alsoKnown: readonly string[]): ZxcvbnResult {
  return estimator.check(password, [...alsoKnown])
}
