import type { KeyId } from '@contract/model/base'
import { BoundBrief } from './bindings/BoundBrief'
import { WriteButton } from './bindings/WriteButton'

/** What this feature puts into the dialogs of keys at providers. */
export const envSlots = {
  write: ({ id }: { readonly id: KeyId }, onWritten: () => void) => <WriteButton id={id} onWritten={onWritten} />,
  bound: ({ id }: { readonly id: KeyId }) => <BoundBrief id={id} />
}
