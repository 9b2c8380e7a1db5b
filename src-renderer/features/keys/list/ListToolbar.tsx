import { Button, Kbd, TextInput, UnstyledButton } from '@mantine/core'
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useUi } from '../../../stores/ui-store'
import { cx } from '../../../ui/cx'
import { FilterChips } from './FilterChips'
import classes from './ListToolbar.module.css'

export function ListToolbar() {
  const { t } = useTranslation()
  const text = useKeyList((state) => state.filter.text)
  const setFilter = useKeyList((state) => state.setFilter)
  const setAdding = useUi((state) => state.setAdding)
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
        <Button
          className={cx(classes.new)}
          leftSection={<IconPlus size={16} />}
          onClick={() => {
            setAdding(true)
          }}
        >
          {t('list.newKey')}
        </Button>
      </div>
      <FilterChips />
    </header>
  )
}
