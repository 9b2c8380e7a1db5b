import { useEffect, useState } from 'react'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useImportSource } from '../../stores/import-source'
import { useUi } from '../../stores/ui-store'
import { showFailureToast } from '../../ui/toasts'
import { openFolder } from '../env-files'
import { somethingOpen } from './something-open'

/** Takes files and folders that are dropped anywhere on the window; answers whether some are held over it. */
export function useDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = somethingOpen() ? 'none' : 'copy'
      setOver(!somethingOpen())
    }
    const leave = (event: DragEvent): void => {
      // The last one is left towards nothing.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      setOver(false)
      if (!somethingOpen()) void takeIn(files)
    }
    document.addEventListener('dragenter', hold)
    document.addEventListener('dragover', hold)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragenter', hold)
      document.removeEventListener('dragover', hold)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return over
}

async function takeIn(files: readonly File[]): Promise<void> {
  try {
    const { kind, path, name } = await client.dropped(files)
    if (kind === 'folder') {
      await openFolder(path)
      return
    }
    useImportSource.setState({ file: { path, name }, preview: null })
    useUi.getState().setImporting(true)
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}
