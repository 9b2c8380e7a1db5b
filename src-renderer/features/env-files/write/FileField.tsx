import { Button } from '@mantine/core'
import { IconFilePlus, IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import type { Resource } from '../../../stores/use-resource'
import { FileChoice } from './FileChoice'
import type { KnownFile } from './known-files'
import classes from './WriteDialog.module.css'

interface FileFieldProps {
  readonly files: Resource<readonly KnownFile[]>
  readonly chosen: string | null
  readonly busy: boolean
  /** It has the focus first. */
  readonly first: boolean
  readonly onChoose: (file: string) => void
  /** The system's own dialog is to say which. */
  readonly onAsk: (newFile: boolean) => void
}

/** Which file is written: one that is known, another, or a new one. */
export function FileField({ files: { value, failure }, chosen, busy, first, onChoose, onAsk }: FileFieldProps) {
  const { t } = useTranslation()
  return (
    <div>
      <p className={classes.label} id="env-file-choice">
        {t('env.write.file')}
      </p>
      {failure !== null ? (
        <FailureNote failure={failure} />
      ) : value === null ? (
        <Loading label={t('common.loading')} />
      ) : (
        <FileChoice files={value} chosen={chosen} labelId="env-file-choice" first={first} onChoose={onChoose} />
      )}
      <div className={classes.others}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFolderOpen size={16} />}
          disabled={busy}
          {...(first && value?.length === 0 && { 'data-autofocus': true })}
          onClick={() => {
            onAsk(false)
          }}
        >
          {t(value === null || value.length === 0 ? 'env.write.choose' : 'env.write.other')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFilePlus size={16} />}
          disabled={busy}
          onClick={() => {
            onAsk(true)
          }}
        >
          {t('env.write.newFile')}
        </Button>
      </div>
    </div>
  )
}
