import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useUi } from '../../stores/ui-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'

/** Makes a backup in the vault's own folder and says so. */
export function backUpNow(): Promise<void> {
  return said(async () => {
    const { keys } = await client.call('backups.make', {})
    showToast(texts.t('backups.made', { count: keys }))
  })
}

/** Makes a backup in a file the person chooses. */
export function saveCopy(): Promise<void> {
  return said(async () => {
    const { file } = await client.call('backups.save', { file: null })
    showToast(texts.t('backups.saved', { file }))
  })
}

/** A failure in words; one that the person cancelled stays silent. */
async function said(run: () => Promise<void>): Promise<void> {
  try {
    await run()
    useUi.getState().noteBackup()
  } catch (error) {
    const failure = toCallFailure(error)
    if (failure.code !== 'cancelled') showFailureToast(failure)
  }
}
