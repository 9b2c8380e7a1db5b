import type { KeyDetails } from '@contract/model/key'
import type { EnvPreview } from '@contract/model/env'
import { Button, Switch, TextInput } from '@mantine/core'
import { IconFilePlus, IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { isEnvName, suggestEnvName } from '../../../ui/env-name'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { useDoing } from '../../../stores/use-doing'
import { FileChoice } from './FileChoice'
import { useFirstFocus } from './use-first-focus'
import { useKnownFiles } from './use-known-files'
import classes from './WriteDialog.module.css'

interface ChooseFileProps {
  readonly saved: KeyDetails
  readonly file: string | null
  readonly name: string | null
  readonly bound: boolean
  readonly onBound: (bound: boolean) => void
  readonly onPreview: (preview: EnvPreview) => void
  readonly onClose: () => void
}

/** The name and the file a key is written to. Nothing is written before its change was seen. */
export function ChooseFile({ saved, file, name, bound, onBound, onPreview, onClose }: ChooseFileProps) {
  const { t } = useTranslation()
  const { value: files, failure: unread } = useKnownFiles()
  const { busy, failure, run } = useDoing()
  const page = useFirstFocus()
  const [typed, setTyped] = useState(name ?? saved.envName ?? suggestEnvName(saved.name))
  const [chosen, setChosen] = useState(file)
  const [tried, setTried] = useState(false)
  const named = typed.trim()
  const fits = isEnvName(named)
  const known = files ?? []
  const wanted = chosen ?? known[0]?.file ?? null

  const look = (at: string | null, newFile: boolean): void => {
    setTried(true)
    if (!fits) return
    void run(async () => {
      onPreview(await client.call('env.preview', { keyId: saved.id, name: named, file: at, newFile }))
    })
  }

  return (
    <form
      ref={page}
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // The dialog below may be a form too, and what is sent here is not meant for it.
        event.stopPropagation()
        if (wanted !== null) look(wanted, false)
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('env.write.name')}
          description={t('env.write.nameHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={typed}
          data-autofocus
          maxLength={128}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: classes.mono ?? '' }}
          error={(tried || typed !== '') && !fits ? t('env.write.nameWrong') : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
        <div>
          <p className={classes.label} id="env-file-choice">
            {t('env.write.file')}
          </p>
          {unread !== null ? (
            <FailureNote failure={unread} />
          ) : files === null ? (
            <Loading label={t('common.loading')} />
          ) : (
            <FileChoice files={known} chosen={wanted} labelId="env-file-choice" onChoose={setChosen} />
          )}
          <div className={classes.others}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFolderOpen size={16} />}
              disabled={busy}
              onClick={() => {
                look(null, false)
              }}
            >
              {t('env.write.other')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconFilePlus size={16} />}
              disabled={busy}
              onClick={() => {
                look(null, true)
              }}
            >
              {t('env.write.newFile')}
            </Button>
          </div>
        </div>
        <Switch
          label={t('env.write.bind')}
          description={t('env.write.bindHelp')}
          classNames={{ description: classes.bindHelp ?? '' }}
          checked={bound}
          onChange={(event) => {
            onBound(event.currentTarget.checked)
          }}
        />
        {failure !== null && <FailureNote failure={failure} />}
      </div>
      <footer className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={wanted === null}>
          {t('env.write.look')}
        </Button>
      </footer>
    </form>
  )
}
