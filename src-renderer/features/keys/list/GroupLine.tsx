import type { KeyGrouping } from '@contract/model/key-query'
import type { KeyStatus } from '@contract/model/key'
import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { groupId, type PlacedGroup } from '../../../stores/group-rows'
import { useKeyList } from '../../../stores/key-list-store'
import { cx } from '../../../ui/cx'
import { StatusTag } from '../../../ui/StatusTag'
import { shortStatus } from '../status-word'
import classes from './KeyGrid.module.css'

interface GroupLineProps {
  readonly group: PlacedGroup
  readonly by: Exclude<KeyGrouping, 'none'>
  readonly top: number
  readonly columnCount: number
}

/** The line above the rows of a group, which hides and shows them. */
export const GroupLine = memo(function GroupLine({ group, by, top, columnCount }: GroupLineProps) {
  const { t, i18n } = useTranslation()
  const { value, count, closed, line } = group
  const Arrow = closed ? IconChevronRight : IconChevronDown
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={cx(classes.row, classes.group)}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div role="gridcell" aria-colspan={columnCount}>
        <UnstyledButton
          className={cx(classes.groupName)}
          aria-expanded={!closed}
          onClick={(event) => {
            event.stopPropagation()
            useKeyList.getState().toggleGroup(groupId(group))
          }}
        >
          <Arrow size={16} aria-hidden="true" />
          {value === null ? (
            <span className={classes.noValue}>{t(`keys.groups.without.${by}`)}</span>
          ) : by === 'status' ? (
            <StatusTag status={value as KeyStatus} word={shortStatus(value as KeyStatus, t)} />
          ) : (
            <span className={classes.clip}>{value}</span>
          )}
          <span className={classes.groupCount}>{count.toLocaleString(i18n.language)}</span>
        </UnstyledButton>
      </div>
    </div>
  )
})
