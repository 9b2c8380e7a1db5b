import { Button } from '@mantine/core'
import { notifications, notificationsStore } from '@mantine/notifications'
import { texts } from '../texts/texts'
import type { Failure } from '../texts/failure-text'
import { cx } from './cx'
import { FailureNote } from './FailureNote'
import classes from './toasts.module.css'

interface ToastAction {
  readonly label: string
  readonly run: () => void
}

// More of them would cover what they are about.
export const MOST_TOASTS = 3

/** Which toast says what, as long as it is shown: nothing is said twice at once. */
const shownAs = new Map<string, string>()

/** Says in passing that something was done, with a way back when there is one. */
export function showToast(message: string, action?: ToastAction): void {
  const before = shownAs.get(message)
  if (before !== undefined) notifications.hide(before)
  makeRoom()
  const id = notifications.show({
    withCloseButton: action !== undefined,
    closeButtonProps: closeButton(),
    autoClose: action === undefined ? 3_000 : 8_000,
    message: (
      <span className={classes.row}>
        <span className={classes.words}>{message}</span>
        {action && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </span>
    ),
    onClose: () => {
      if (shownAs.get(message) === id) shownAs.delete(message)
    }
  })
  shownAs.set(message, id)
}

/** Says that something failed, in the words of its code; it stays a while longer than other toasts. */
export function showFailureToast(failure: Failure): void {
  makeRoom()
  notifications.show({
    message: <FailureNote failure={failure} plain />,
    closeButtonProps: closeButton(),
    autoClose: 15_000,
    classNames: { root: cx(classes.failure) }
  })
}

/** Takes every toast away: they may name keys. */
export function clearToasts(): void {
  notifications.clean()
  notifications.cleanQueue()
  shownAs.clear()
}

/** The newest is shown at once: its way back is the one that is wanted. The oldest leaves for it. */
function makeRoom(): void {
  const shown = notificationsStore.getState().notifications
  for (const { id } of shown.slice(0, Math.max(0, shown.length - MOST_TOASTS + 1))) {
    if (id !== undefined) notifications.hide(id)
  }
}

function closeButton(): { 'aria-label': string } {
  return { 'aria-label': texts.t('toast.close') }
}
