import { useEffect } from 'react'
import { useEnv } from '../../stores/env-store'
import { TakeDialog } from './bindings/TakeDialog'
import { RemoveDialog } from './projects/RemoveDialog'
import { RenameDialog } from './projects/RenameDialog'
import { ExampleDialog } from './write/ExampleDialog'
import { WriteDialog } from './write/WriteDialog'

/** What is done with env files over whatever screen is open. */
export function EnvDialogs() {
  const dialog = useEnv((state) => state.dialog)
  const close = useEnv((state) => state.closeDialog)

  // Files change while the window is not looked at, and nobody tells.
  useEffect(() => {
    const { refresh } = useEnv.getState()
    window.addEventListener('focus', refresh)
    return () => {
      window.removeEventListener('focus', refresh)
    }
  }, [])

  switch (dialog?.kind) {
    case 'write':
      return <WriteDialog keyIds={dialog.keyIds} onClose={close} />
    case 'example':
      return <ExampleDialog file={dialog.file} onClose={close} />
    case 'take':
      return <TakeDialog binding={dialog.binding} onClose={close} />
    case 'rename':
      return <RenameDialog project={dialog.project} onClose={close} />
    case 'remove':
      return <RemoveDialog project={dialog.project} onClose={close} />
    default:
      return null
  }
}
