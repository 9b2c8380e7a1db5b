import type { KeyDetails } from '@contract/model/key'
import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { Countdown } from '../../../ui/Countdown'
import { copyFormats, sampleFormats } from '../copy-formats'
import { copyKey } from '../key-actions'
import classes from './CopyButton.module.css'

interface CopyButtonProps {
  readonly saved: KeyDetails
}

export function CopyButton({ saved }: CopyButtonProps) {
  const { t } = useTranslation()
  const { keyName, clearsAt } = useApp((state) => state.clipboard)
  const onClipboard = keyName === saved.name
  const icon = !onClipboard ? (
    <IconCopy size={16} />
  ) : clearsAt === null ? (
    <IconCheck size={16} />
  ) : (
    <Countdown key={clearsAt} until={clearsAt} />
  )

  return (
    <Button.Group>
      <Button
        variant="default"
        leftSection={icon}
        onClick={() => {
          void copyKey(saved, 'value')
        }}
      >
        {t('copy.copy')}
      </Button>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button variant="default" className={classes.caret ?? ''} aria-label={t('copy.formats')}>
            <IconChevronDown size={16} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {copyFormats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                void copyKey(saved, format)
              }}
            >
              {t(`copy.${format}`)}
            </Menu.Item>
          ))}
          {saved.connectionId !== null && (
            <>
              <Menu.Divider />
              <Menu.Label>{t('keys.sample')}</Menu.Label>
              {sampleFormats.map((format) => (
                <Menu.Item
                  key={format}
                  onClick={() => {
                    void copyKey(saved, format)
                  }}
                >
                  {t(`copy.${format}`)}
                </Menu.Item>
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}
