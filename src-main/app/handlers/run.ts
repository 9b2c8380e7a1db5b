import { AppError } from '@contract/errors'
import type { Runs } from '../../core/run/runs'
import type { HandlersOf } from '../handler-types'

export function runHandlers({ runs }: { readonly runs: Runs }): HandlersOf<'run'> {
  return {
    'run.values': async (request, { actor }) => {
      // The window shows secrets one at a time, and only on asking.
      if (actor !== 'cli') throw new AppError('sender-refused', {})
      return { values: await runs.values(request, actor) }
    }
  }
}
