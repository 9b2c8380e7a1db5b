import type { EnvPreview, EnvPreviewKey } from '@contract/model/env'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { withPassword } from '../../../stores/password-gate'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { sayWritten } from '../env-actions'
import { Note } from '../../../ui/Note'
import { Diff } from '../parts/Diff'
import { FilePath } from '../parts/FilePath'
import { toneOf } from '../parts/GitTag'
import { useDoing } from '../../../stores/use-doing'
import { Cautions } from './Cautions'
import { changeText } from './change-text'
import { GitCaution } from './GitCaution'
import { Repeated } from './Repeated'
import { useFirstFocus } from './use-first-focus'
import classes from './WriteDialog.module.css'

interface PreviewPageProps {
  readonly preview: EnvPreview
  /** The name stays tied to the key afterwards. */
  readonly bind: boolean
  /** The file was looked at again. */
  readonly onPreview: (preview: EnvPreview) => void
  readonly onBack: () => void
  readonly onDone: () => void
}

/** What a write would do, said before it is done. */
export function PreviewPage({ preview, bind, onPreview, onBack, onDone }: PreviewPageProps) {
  const { t } = useTranslation()
  const { busy, failure, run } = useDoing()
  const page = useFirstFocus()
  const [followLink, setFollowLink] = useState(false)
  const { token, file, link, keys, change, diff } = preview
  const isExample = keys.length === 0
  // What warns stands above the lines, which may be long; what only tells, below them.
  const risksCommit = !isExample && ['danger', 'warn'].includes(toneOf(preview.git))
  const bindsOnly = change === 'same' && bind && !isExample
  const stale = failure?.code === 'env-file-changed' || failure?.code === 'preview-forgotten'

  const write = (): void => {
    void run(async () => {
      const written = await withPassword(() => client.call('env.write', { token, followLink, bind }))
      sayWritten(written)
      onDone()
    })
  }
  const lookAgain = (): void => {
    const at = link ?? file
    void run(async () => {
      onPreview(
        isExample
          ? await client.call('env.previewExample', { file: at })
          : await client.call('env.preview', { keys: keys.map(toWanted), file: at, newFile: preview.creates })
      )
    })
  }

  return (
    <form
      ref={page}
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault()
        // The dialog below may be a form too, and what is sent here is not meant for it.
        event.stopPropagation()
        if (stale) lookAgain()
        else write()
      }}
    >
      <div className={classes.fields}>
        <div>
          <FilePath file={file} strong />
          <p className={classes.change}>{changeText(preview, t)}</p>
        </div>
        {link !== null && (
          <Note tone="warn" title={t('env.preview.link', { link })}>
            <Checkbox
              mt={4}
              label={t('env.preview.follow')}
              checked={followLink}
              onChange={(event) => {
                setFollowLink(event.currentTarget.checked)
              }}
            />
          </Note>
        )}
        {risksCommit && <GitCaution preview={preview} />}
        <Cautions preview={preview} bind={bind} />
        {diff.length > 0 && <Diff lines={diff} />}
        {!isExample && !risksCommit && <GitCaution preview={preview} />}
        <Repeated keys={keys} />
        {failure !== null && <FailureNote failure={failure} />}
      </div>
      <FormFoot
        lined
        action={
          stale
            ? t('env.preview.again')
            : t(change !== 'same' ? 'env.preview.write' : bindsOnly ? 'env.preview.bind' : 'common.close')
        }
        cancel={isExample ? undefined : t('env.preview.back')}
        busy={busy}
        ready={stale || link === null || followLink}
        first="action"
        onCancel={onBack}
      />
    </form>
  )
}

function toWanted({ keyId, name }: EnvPreviewKey): Pick<EnvPreviewKey, 'keyId' | 'name'> {
  return { keyId, name }
}
