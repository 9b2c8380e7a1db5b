import { z } from 'zod'
import { call, event } from '../define'
import { nothing } from '../model/base'
import { keyViewFields, savedKeyView } from '../model/key-views'

const id = z.string().min(1).max(64)

export const viewCalls = {
  /** In the order they were made. */
  'views.list': call({ input: nothing, output: z.strictObject({ items: z.array(savedKeyView) }) }),
  /** `id` null makes a view, 100 at most (`input-invalid`). Throws `view-not-found` for one that is gone. */
  'views.save': call({
    input: z.strictObject({ id: id.nullable().default(null), fields: keyViewFields }),
    output: z.strictObject({ id })
  }),
  /** A view that is gone already counts as removed. */
  'views.remove': call({ input: z.strictObject({ id }), output: nothing }),
  'views.changed': event(z.strictObject({ revision: z.int() }))
} as const
