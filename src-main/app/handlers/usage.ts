import { AppError } from '@contract/errors'
import type { HandlersOf } from '../handler-types'

const notYet = (): never => {
  throw new AppError('operation-not-offered', { operation: 'usage', provider: 'Keyquay' })
}

export function usageHandlers(): HandlersOf<'usage'> {
  return {
    'usage.records': notYet,
    'usage.summary': notYet,
    'usage.series': notYet,
    'usage.facets': notYet,
    'usage.quotas': notYet,
    'usage.burndown': notYet,
    'usage.state': notYet,
    'usage.sync': notYet,
    'usage.cancelSync': notYet,
    'usage.follow': notYet,
    'usage.export': notYet,
    'usage.cancelExport': notYet,
    'usage.findings': notYet,
    'usage.acknowledge': notYet,
    'usage.localUse': notYet
  }
}
