import { AppError } from '@contract/errors'
import type { HandlersOf } from '../handler-types'

const notYet = (): never => {
  throw new AppError('operation-not-offered', { operation: 'views', provider: 'Keyquay' })
}

export function viewHandlers(): HandlersOf<'views'> {
  return { 'views.list': notYet, 'views.save': notYet, 'views.remove': notYet }
}
