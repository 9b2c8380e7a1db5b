import { Button, SegmentedControl } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEnv, type Scan } from '../../../stores/env-store'
import { FailureNote } from '../../../ui/FailureNote'
import { Screen, ScreenHead, ScreenNote, ScreenScroll } from '../../../ui/Screen'
import { useEscape } from '../../../ui/use-escape'
import { FilePath } from '../parts/FilePath'
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
    <Screen>
      <ScreenHead
        title={t('env.scan.title')}
        back={{ label: t('env.scan.back'), onBack: leaveScan }}
        {...(folder !== null && { lead: <FilePath file={folder} /> })}
      >
        {folder !== null && (
          <>
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
          </>
        )}
      </ScreenHead>
      {failure !== null && (
        <ScreenNote>
          <FailureNote failure={failure} />
        </ScreenNote>
      )}
      {!done && <ScanProgress onCancel={leaveScan} />}
      {result !== null && (
        <ScreenScroll label={t('env.scan.results')}>
          <div className={classes.results}>
            <ScanFinds result={result} />
          </div>
        </ScreenScroll>
      )}
    </Screen>
  )
}
