import type { Project, ProjectContents } from '@contract/model/env'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconFileText, IconFolderOff, IconPencil, IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useEnv } from '../../../stores/env-store'
import { ScreenHead } from '../../../ui/Screen'
import { FilePath } from '../parts/FilePath'
import { scanFolder } from '../scan/scan-actions'

interface ProjectHeaderProps {
  readonly project: Project
  readonly contents: ProjectContents | null
}

export function ProjectHeader({ project, contents }: ProjectHeaderProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const { openDialog, openProject } = useEnv.getState()
  const source = contents?.files.find(({ kind, failure }) => kind !== 'example' && failure === null)
  return (
    <ScreenHead
      title={project.name}
      back={{
        label: t('env.project.back'),
        onBack: () => {
          openProject(null)
        }
      }}
      lead={<FilePath file={project.folder} />}
    >
      <Button
        variant="default"
        leftSection={<IconRadar2 size={16} />}
        onClick={() => {
          void scanFolder({ projectId: project.id })
        }}
      >
        {t('env.scan.project')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileText size={16} />}
        disabled={readOnly || source === undefined}
        onClick={() => {
          if (source !== undefined) openDialog({ kind: 'example', file: source.file })
        }}
      >
        {t('env.example.open')}
      </Button>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('env.project.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            disabled={readOnly}
            leftSection={<IconPencil size={16} />}
            onClick={() => {
              openDialog({ kind: 'rename', project })
            }}
          >
            {t('env.rename.open')}
          </Menu.Item>
          <Menu.Item
            c="var(--kq-danger)"
            disabled={readOnly}
            leftSection={<IconFolderOff size={16} />}
            onClick={() => {
              openDialog({ kind: 'remove', project })
            }}
          >
            {t('env.remove.open')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </ScreenHead>
  )
}
