import type { KeyDetails } from '@contract/model/key'
import type { EnvPreview } from '@contract/model/env'
import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { useDoing } from '../../../stores/use-doing'
import { FileField } from './FileField'
import { LeftOut } from './LeftOut'
import { NameField } from './NameField'
import { NameRows } from './NameRows'
import { nameTroubles } from './name-troubles'
import { useFirstFocus } from './use-first-focus'
import { useKnownFiles } from './use-known-files'
import { nameOf, type Wanted } from './wanted'
import classes from './WriteDialog.module.css'

interface ChooseFileProps {
  readonly keys: readonly KeyDetails[]
  /** Chosen with them, without a secret in the vault. */
  readonly leftOut: readonly KeyDetails[]
  readonly wanted: Wanted
  readonly onWanted: (wanted: Wanted) => void
  readonly onPreview: (preview: EnvPreview) => void
  readonly onClose: () => void
}

/** The names and the file that keys are written to. Nothing is written before its change was seen. */
export function ChooseFile({ keys, leftOut, wanted, onWanted, onPreview, onClose }: ChooseFileProps) {
  const { t } = useTranslation()
  const files = useKnownFiles()
  const { busy, failure, run } = useDoing()
  const [tried, setTried] = useState(false)
  const typed = keys.map((key) => nameOf(wanted, key))
  const named = keys.map(({ id, name }, index) => ({ id, key: name, name: (typed[index] ?? '').trim() }))
  const troubles = nameTroubles(named)
  // An empty field is not found fault with before somebody wanted to go on.
  const shown = troubles.map((trouble, index) => (tried || typed[index] !== '' ? trouble : null))
  const file = wanted.file ?? files.value?.[0]?.file ?? null
  const alone = keys.length === 1 && leftOut.length === 0 ? keys[0] : undefined
  const page = useFirstFocus(alone !== undefined || files.value !== null)

  const setName = (id: KeyDetails['id'], name: string): void => {
    onWanted({ ...wanted, names: new Map(wanted.names).set(id, name) })
  }
  const look = (at: string | null, newFile: boolean): void => {
    setTried(true)
    if (troubles.some((trouble) => trouble !== null)) return
    void run(async () => {
      const asked = named.map(({ id, name }) => ({ keyId: id, name }))
      onPreview(await client.call('env.preview', { keys: asked, file: at, newFile }))
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
        if (file !== null) look(file, false)
      }}
    >
      <div className={classes.fields}>
        <LeftOut keys={leftOut} />
        {alone !== undefined && (
          <NameField
            name={typed[0] ?? ''}
            trouble={shown[0] ?? null}
            onName={(name) => {
              setName(alone.id, name)
            }}
          />
        )}
        <FileField
          files={files}
          chosen={file}
          busy={busy}
          first={alone === undefined}
          onChoose={(chosen) => {
            onWanted({ ...wanted, file: chosen })
          }}
          onAsk={(newFile) => {
            look(null, newFile)
          }}
        />
        {alone === undefined && <NameRows keys={keys} names={typed} troubles={shown} onName={setName} />}
        <Switch
          label={t('env.write.bind')}
          description={t('env.write.bindHelp')}
          checked={wanted.bound}
          onChange={(event) => {
            onWanted({ ...wanted, bound: event.currentTarget.checked })
          }}
        />
        {failure !== null && <FailureNote failure={failure} />}
      </div>
      <FormFoot lined action={t('env.write.look')} busy={busy} ready={file !== null} onCancel={onClose} />
    </form>
  )
}
