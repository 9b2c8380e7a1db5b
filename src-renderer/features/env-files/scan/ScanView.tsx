import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEnv, type Scan } from '../../../stores/env-store'
import { FailureNote } from '../../../ui/FailureNote'
import { useEscape } from '../../../ui/use-escape'
import { FilePath } from '../parts/FilePath'
import screen from '../parts/Screen.module.css'
import { leaveScan, scanFolder } from './scan-actions'
import { ScanFinds } from './ScanFinds'
import { ScanProgress } from './ScanProgress'
import classes from './Scan.module.css'

interface ScanViewProps {
  readonly scan: Scan
}

/** A scan: under way, what it found, or why it could not. */
export function ScanView({ scan }: ScanViewProps) {
  const { t } = useTranslation()
  const { result, failure, projectId, staged } = scan
  const project = useEnv((state) => state.projects?.find(({ id }) => id === projectId))
  const folder = scan.folder ?? project?.folder ?? null
  const done = result !== null || failure !== null
  useEscape(leaveScan)
  const again = (wanted: boolean): void => {
    void scanFolder({ projectId, folder: projectId === null ? folder : null, staged: wanted })
  }

  return (
    <div className={screen.screen}>
      <header className={screen.header}>
        <Tooltip label={t('env.scan.back')}>
          <ActionIcon className={screen.back ?? ''} autoFocus aria-label={t('env.scan.back')} onClick={leaveScan}>
            <IconArrowLeft size={20} />
          </ActionIcon>
        </Tooltip>
        <div className={screen.words}>
          <h1 className={screen.title}>{t('env.scan.title')}</h1>
          {folder !== null && <FilePath file={folder} />}
        </div>
        {folder !== null && (
          <div className={screen.actions}>
            <SegmentedControl
              aria-label={t('env.scan.where')}
              disabled={!done}
              value={staged ? 'staged' : 'folder'}
              onChange={(value) => {
                again(value === 'staged')
              }}
              data={[
                { value: 'folder', label: t('env.scan.folder') },
                { value: 'staged', label: t('env.scan.staged') }
              ]}
            />
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} />}
              disabled={!done}
              onClick={() => {
                again(staged)
              }}
            >
              {t('env.scan.again')}
            </Button>
          </div>
        )}
      </header>
      {failure !== null && (
        <div className={screen.note}>
          <FailureNote failure={failure} />
        </div>
      )}
      {!done && <ScanProgress onCancel={leaveScan} />}
      {result !== null && (
        <div className={screen.scroll} tabIndex={0} role="region" aria-label={t('env.scan.results')}>
          <div className={classes.results}>
            <ScanFinds result={result} />
          </div>
        </div>
      )}
    </div>
  )
}
