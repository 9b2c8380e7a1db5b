import type { FocusEvent, KeyboardEvent } from 'react'

interface UpperDialog {
  readonly closeOnEscape: false
  readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** For a dialog over another: one Escape closes every dialog of the kit, and with these only the upper one. */
export function upperDialog(onClose: () => void): UpperDialog {
  return {
    closeOnEscape: false,
    onFocusCapture: ({ target }) => {
      target.setAttribute('data-mantine-stop-propagation', 'true')
    },
    onKeyDown: ({ key }) => {
      if (key === 'Escape') onClose()
    }
  }
}
