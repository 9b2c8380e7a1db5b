import { UnstyledButton } from '@mantine/core'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SectionList.module.css'

/** Pixels below the upper edge down to which a section counts as the one that is read. */
const READING_LINE = 96

interface SectionListProps {
  readonly titles: readonly string[]
  /** Holds one element for each title, in their order. */
  readonly column: RefObject<HTMLElement | null>
}

/** The sections of the settings beside them, where there is room: each a click away, the one that is read marked. */
export function SectionList({ titles, column }: SectionListProps) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState(0)

  useEffect(() => {
    const scroller = column.current?.closest('[role="region"]')
    if (!scroller) return
    const follow = (): void => {
      setCurrent(readSection(column.current, scroller))
    }
    scroller.addEventListener('scroll', follow, { passive: true })
    return () => {
      scroller.removeEventListener('scroll', follow)
    }
  }, [column])

  return (
    <nav className={classes.list} aria-label={t('settings.sections')}>
      {titles.map((title, index) => (
        <UnstyledButton
          key={title}
          className={classes.item ?? ''}
          aria-current={index === current ? 'location' : undefined}
          onClick={() => {
            const section = column.current?.children[index]
            if (!(section instanceof HTMLElement)) return
            section.scrollIntoView()
            section.focus({ preventScroll: true })
            setCurrent(index)
          }}
        >
          {title}
        </UnstyledButton>
      ))}
    </nav>
  )
}

function readSection(column: HTMLElement | null, scroller: Element): number {
  const sections = [...(column?.children ?? [])]
  if (scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1)
    return sections.length - 1
  const line = scroller.getBoundingClientRect().top + READING_LINE
  return Math.max(
    0,
    sections.findLastIndex((section) => section.getBoundingClientRect().top <= line)
  )
}
