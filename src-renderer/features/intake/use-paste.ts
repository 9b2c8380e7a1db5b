import { useEffect } from 'react'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useImportSource } from '../../stores/import-source'
import { givePasted } from '../../stores/pasted-secret'
import { useUi } from '../../stores/ui-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'
import { somethingOpen } from './something-open'
import { takeFiles } from './take-files'

const LONGEST = 200_000

/** Offers to add what is pasted outside of any field: a key, lines of `NAME=value`, or files. It is never shown. */
export function usePaste(): void {
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      if (isField(event.target) || somethingOpen()) return
      // A picture of the clipboard is a file too, and no keys.
      const files = [...(event.clipboardData?.files ?? [])].filter((file) => !file.type.startsWith('image/'))
      if (files.length > 0) {
        event.preventDefault()
        void takeFiles(files)
        return
      }
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '' || text.length > LONGEST) return
      event.preventDefault()
      void takeIn(text)
    }
    document.addEventListener('paste', listen)
    return () => {
      document.removeEventListener('paste', listen)
    }
  }, [])
}

async function takeIn(text: string): Promise<void> {
  try {
    const { found, preview } = await client.call('import.pasted', { text })
    if (found === 'secret') addKey(text)
    else if (preview !== null) {
      useImportSource.setState({ files: [], at: 0, preview })
      useUi.getState().setImporting(true)
    } else if (/\s/.test(text.trim())) showToast(texts.t('keys.paste.nothing'))
    else {
      showToast(texts.t('keys.paste.nothing'), {
        label: texts.t('keys.paste.addAnyway'),
        run: () => {
          addKey(text)
        }
      })
    }
  } catch (error) {
    showFailureToast(toCallFailure(error))
  }
}

function addKey(text: string): void {
  givePasted(text.trim())
  useUi.getState().setAdding(true)
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}
