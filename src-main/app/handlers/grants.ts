import type { Grants } from '../../core/grants/grants'
import { done, type HandlersOf } from '../handler-types'

export function grantHandlers(grants: Grants): HandlersOf<'grants'> {
  return {
    'grants.pending': async () => ({ items: await grants.pending() }),
    'grants.answer': ({ id, ...answer }, { actor }) => done(grants.answer(id, answer, actor)),
    'grants.list': async () => ({ items: await grants.list() }),
    'grants.revoke': ({ id }, { actor }) => done(grants.revoke(id, actor))
  }
}
