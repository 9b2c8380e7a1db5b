import { Button, Kbd, Menu, TextInput, UnstyledButton } from '@mantine/core'
import {
  IconChevronDown,
  IconFileImport,
  IconKey,
  IconPlugConnected,
  IconPlus,
  IconSearch,
  IconX
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUi } from '../../../stores/ui-store'
import { cx } from '../../../ui/cx'
import { DisplayMenu } from './DisplayMenu'
import { EmptyBinButton } from './EmptyBinButton'
import { FilterChips } from './FilterChips'
import { FoundCount } from './FoundCount'
import classes from './ListToolbar.module.css'

interface ListToolbarProps {
  /** Pixels there are for the table. */
  readonly width: number
}

export function ListToolbar({ width }: ListToolbarProps) {
  const { t } = useTranslation()
  const text = useKeyList((state) => state.filter.text)
  const setFilter = useKeyList((state) => state.setFilter)
  const inBin = useKeyList((state) => state.filter.view === 'bin')
  const setAdding = useUi((state) => state.setAdding)
  const setImporting = useUi((state) => state.setImporting)
  const searchAsked = useUi((state) => state.searchAsked)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (searchAsked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [searchAsked])

  return (
    <header>
      <div className={classes.bar}>
        <TextInput
          ref={field}
          type="search"
          className={cx(classes.search)}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          leftSection={<IconSearch size={16} />}
          rightSectionPointerEvents="all"
          rightSection={
            text === '' ? (
              <Kbd aria-hidden="true">/</Kbd>
            ) : (
              <UnstyledButton
                className={cx(classes.clear)}
                aria-label={t('common.clear')}
                onClick={() => {
                  setFilter({ text: '' })
                }}
              >
                <IconX size={16} />
              </UnstyledButton>
            )
          }
          onChange={(event) => {
            setFilter({ text: event.currentTarget.value })
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault()
              document.querySelector<HTMLElement>('[role="grid"]')?.focus()
            } else if (event.key === 'Escape') {
              event.preventDefault()
              if (text === '') event.currentTarget.blur()
              else setFilter({ text: '' })
            }
          }}
        />
        <FoundCount />
        <div className={classes.actions}>
          <DisplayMenu width={width} />
          {inBin && <EmptyBinButton />}
          <Button.Group>
            <Button
              leftSection={<IconPlus size={16} />}
              onClick={() => {
                setAdding(true)
              }}
            >
              {t('list.newKey')}
            </Button>
            <Menu position="bottom-end" width={220}>
              <Menu.Target>
                <Button className={cx(classes.caret)} aria-label={t('list.moreWays')}>
                  <IconChevronDown size={16} aria-hidden="true" />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconKey size={16} />}
                  onClick={() => {
                    setAdding(true)
                  }}
                >
                  {t('provider.addKey')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconPlugConnected size={16} />}
                  onClick={() => {
                    useProviderDialog.getState().open({ kind: 'create', connectionId: null })
                  }}
                >
                  {t('provider.open')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconFileImport size={16} />}
                  onClick={() => {
                    setImporting(true)
                  }}
                >
                  {t('import.open')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Button.Group>
        </div>
      </div>
      <FilterChips />
    </header>
  )
}
