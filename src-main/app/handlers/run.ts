import { AppError } from '@contract/errors'
import type { Runs } from '../../core/run/runs'
import type { HandlersOf } from '../handler-types'

export function runHandlers({ runs }: { readonly runs: Runs }): HandlersOf<'run'> {
  return {
    'run.values': async (request, { actor, visitor }) => {
      // The window shows secrets one at a time, and only on asking.
      if (actor !== 'cli') throw new AppError('sender-refused', {})
      const wanted = await runs.wanted(request).catch(async (error: unknown) => {
        // Which names there are is said only to who may read them.
        await visitor?.require({ reach: 'read', secrets: [] })
        throw error
      })
      await visitor?.require({ reach: 'read', secrets: wanted.map(({ keyId }) => keyId) })
      return { values: await runs.values(wanted, request.program, actor) }
    }
  }
}
