import { Select, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SectionList.module.css'

/** Pixels below the upper edge down to which a section counts as the one that is read. */
const READING_LINE = 96

interface SectionListProps {
  readonly titles: readonly string[]
  /** Holds one element for each title, in their order. */
  readonly column: RefObject<HTMLElement | null>
}

/** The sections of the settings, each a step away, the present one marked: beside them, or above where it is narrow. */
export function SectionList({ titles, column }: SectionListProps) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState(0)
  // The one that was gone to counts for as long as it is in sight: the last ones never come up to the line.
  const goneTo = useRef<Element | null>(null)

  useEffect(() => {
    const sections = column.current
    const scroller = sections?.closest('[role="region"]')
    if (!sections || !scroller) return
    const follow = (): void => {
      if (goneTo.current && !isHeadInSight(goneTo.current, scroller)) goneTo.current = null
      const gone = goneTo.current && [...sections.children].indexOf(goneTo.current)
      setCurrent(gone ?? readSection(sections, scroller))
    }
    const onFocus = ({ target }: FocusEvent): void => {
      const index = [...sections.children].findIndex((section) => target instanceof Node && section.contains(target))
      goneTo.current = sections.children[index] ?? null
      setCurrent(Math.max(0, index))
    }
    // Sections grow as what they tell comes in, and with the window.
    const sizes = new ResizeObserver(follow)
    sizes.observe(sections)
    scroller.addEventListener('scroll', follow, { passive: true })
    sections.addEventListener('focusin', onFocus)
    return () => {
      sizes.disconnect()
      scroller.removeEventListener('scroll', follow)
      sections.removeEventListener('focusin', onFocus)
    }
  }, [column])

  const goTo = (index: number): void => {
    const section = column.current?.children[index]
    if (!(section instanceof HTMLElement)) return
    section.scrollIntoView()
    section.focus({ preventScroll: true })
  }

  return (
    <nav className={classes.nav} aria-label={t('settings.sections')}>
      <div className={classes.list}>
        {titles.map((title, index) => (
          <UnstyledButton
            key={title}
            className={classes.item ?? ''}
            aria-current={index === current ? 'location' : undefined}
            onClick={() => {
              goTo(index)
            }}
          >
            {title}
          </UnstyledButton>
        ))}
      </div>
      <Select
        className={classes.choice ?? ''}
        aria-label={t('settings.sections')}
        data={titles.map((title, index) => ({ value: String(index), label: title }))}
        value={String(current)}
        allowDeselect={false}
        onChange={(value) => {
          goTo(Number(value))
        }}
      />
    </nav>
  )
}

function isHeadInSight(section: Element, scroller: Element): boolean {
  const { top } = section.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  return top >= view.top - 1 && top < view.bottom - READING_LINE / 2
}

function readSection(column: HTMLElement, scroller: Element): number {
  const sections = [...column.children]
  if (scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1)
    return sections.length - 1
  const line = scroller.getBoundingClientRect().top + READING_LINE
  return Math.max(
    0,
    sections.findLastIndex((section) => section.getBoundingClientRect().top <= line)
  )
}
