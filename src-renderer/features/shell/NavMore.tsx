import { Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { matching, type NavValue } from './nav-values'
import classes from './Sidebar.module.css'

interface NavMoreProps {
  readonly title: string
  readonly values: readonly NavValue[]
  /** How many are out of sight. */
  readonly left: number
  readonly onSelect: (value: string) => void
}

const MOST = 50

/** Finds the others of a group by a part of their name. */
export function NavMore({ title, values, left, onSelect }: NavMoreProps) {
  const { t, i18n } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const choose = (value: string): void => {
    setOpened(false)
    onSelect(value)
  }
  return (
    <li>
      <Popover
        opened={opened}
        onChange={setOpened}
        onClose={() => {
          setTyped('')
        }}
        position="right-start"
        width={260}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <UnstyledButton
            className={cx(classes.item)}
            onClick={() => {
              setOpened((before) => !before)
            }}
          >
            <span className={classes.icon} aria-hidden="true">
              <IconDots size={16} />
            </span>
            <span className={classes.label}>
              {t('keys.more', { count: left, formatted: left.toLocaleString(i18n.language) })}
            </span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={title} p={8}>
          <TextInput
            data-autofocus
            aria-label={t('keys.find', { title })}
            placeholder={t('keys.find', { title })}
            leftSection={<IconSearch size={16} />}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
            }}
            onKeyDown={(event) => {
              const [first] = matching(values, typed, 1)
              if (event.key === 'Enter' && first !== undefined) choose(first.value)
            }}
          />
          <ul className={cx(classes.group, classes.found)}>
            {(opened ? matching(values, typed, MOST) : []).map(({ value, count }) => (
              <li key={value}>
                <UnstyledButton
                  className={cx(classes.item)}
                  onClick={() => {
                    choose(value)
                  }}
                >
                  <span className={classes.label}>{value}</span>
                  <span className={classes.count}>{count.toLocaleString(i18n.language)}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </li>
  )
}
