import { groupings } from './groupings'
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useKeyTable, usualColumns } from '../../../stores/key-table-store'
import { allColumns, fitColumns } from './columns'
import classes from './DisplayMenu.module.css'

interface DisplayMenuProps {
  /** Pixels there are for the table. */
  readonly width: number
}

/** What the rows stand together by, and which columns they have. */
export function DisplayMenu({ width }: DisplayMenuProps) {
  const { t } = useTranslation()
  const group = useKeyTable((state) => state.group)
  const columns = useKeyTable((state) => state.columns)
  const leftOut = useMemo(() => fitColumns(columns, width).leftOut, [columns, width])
  return (
    <Menu position="bottom-end" width={240} closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={t('keys.display.display')}>
          <ActionIcon size={36} variant="default" aria-label={t('keys.display.display')}>
            <IconAdjustmentsHorizontal size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <Menu.Label>{t('keys.display.group')}</Menu.Label>
        <Menu.RadioGroup
          value={group}
          onChange={(chosen) => {
            const wanted = groupings.find((one) => one === chosen)
            if (wanted !== undefined) useKeyList.getState().setGroup(wanted)
          }}
        >
          {groupings.map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {t(`keys.display.by.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('keys.display.columns')}</Menu.Label>
        {allColumns.slice(1).map(({ name }) => (
          <Menu.CheckboxItem
            key={name}
            checked={columns.includes(name)}
            onChange={(shown) => {
              useKeyTable.setState({
                columns: shown ? [...columns, name] : columns.filter((column) => column !== name)
              })
            }}
          >
            {t(`list.columns.${name}`)}
            {leftOut.includes(name) && <span className={classes.noRoom}>{t('keys.display.noRoom')}</span>}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick
          onClick={() => {
            useKeyTable.setState({ columns: usualColumns })
          }}
        >
          {t('keys.display.reset')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
