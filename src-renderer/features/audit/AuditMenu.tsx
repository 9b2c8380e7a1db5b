import { Button, Menu } from '@mantine/core'
import { IconFileExport, IconFileTypeCsv, IconJson } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { showFailureToast, showToast } from '../../ui/toasts'
import type { AuditFilter } from './audit-filter'

interface AuditMenuProps {
  readonly filter: AuditFilter
}

/** Writes the entries that are looked at into a file. */
export function AuditMenu({ filter }: AuditMenuProps) {
  const { t, i18n } = useTranslation()
  const [busy, setBusy] = useState(false)

  async function write(format: 'csv' | 'json'): Promise<void> {
    setBusy(true)
    try {
      const { entries } = await client.call('audit.export', { filter, format, file: null })
      showToast(t('audit.exported', { count: entries, formatted: entries.toLocaleString(i18n.language) }))
    } catch (error) {
      const failure = toCallFailure(error)
      if (failure.code !== 'cancelled') showFailureToast(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconFileExport size={16} />}>
          {t('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => void write('csv')}>
          {t('audit.csv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconJson size={16} />} onClick={() => void write('json')}>
          {t('audit.json')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
