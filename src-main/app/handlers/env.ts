import { AppError } from '@contract/errors'
import type { HandlersOf } from '../handler-types'

const refuse = (): never => {
  throw new AppError('preview-forgotten', {})
}

export function envHandlers(): HandlersOf<'env' | 'projects' | 'scan'> {
  return {
    'env.preview': refuse,
    'env.previewExample': refuse,
    'env.write': refuse,
    'env.forget': () => ({}),
    'env.safety': () => ({ git: 'unknown', ignore: null, warnings: [] }),
    'env.ignore': refuse,
    'env.undos': () => ({ items: [] }),
    'env.undo': refuse,
    'env.bindings': () => ({ items: [] }),
    'env.bind': refuse,
    'env.rewrite': refuse,
    'env.take': refuse,
    'env.unbind': () => ({}),
    'projects.list': () => ({ items: [] }),
    'projects.add': refuse,
    'projects.rename': refuse,
    'projects.remove': refuse,
    'projects.contents': refuse,
    'projects.adopt': refuse,
    'projects.compare': refuse,
    'scan.run': refuse,
    'scan.cancel': () => ({})
  }
}
