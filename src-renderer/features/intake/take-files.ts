import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useImportSource } from '../../stores/import-source'
import { useUi } from '../../stores/ui-store'
import { showFailureToast } from '../../ui/toasts'
import { openFolder } from '../env-files'

/** Makes a project of each folder, and imports the files one after the other. Says why where that cannot be. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  try {
    const { items } = await client.dropped(files)
    for (const { kind, path } of items) if (kind === 'folder') await openFolder(path)
    const dropped = items.filter(({ kind }) => kind === 'file')
    if (dropped.length === 0) return
    useImportSource.setState({ files: dropped, at: 0, preview: null })
    useUi.getState().setImporting(true)
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}
