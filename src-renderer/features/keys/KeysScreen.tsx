import { VisuallyHidden } from '@mantine/core'
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../stores/key-list-store'
import { useUi } from '../../stores/ui-store'
import { PaneHandle } from '../../ui/PaneHandle'
import { DetailsPane } from './details/DetailsPane'
import classes from './KeysScreen.module.css'
import { KeyGrid } from './list/KeyGrid'
import { ListToolbar } from './list/ListToolbar'
import { SelectionBar } from './list/SelectionBar'

export function KeysScreen() {
  const { t } = useTranslation()
  const openId = useKeyList((state) => state.openId)
  const width = useUi((state) => state.detailsWidth)
  const setWidth = useUi((state) => state.setDetailsWidth)
  const sheet = useMediaQuery('(width < 1000px)', undefined, { getInitialValueInEffect: false })
  const { ref, width: whole } = useElementSize()
  const { ref: listRef, width: listWidth } = useElementSize()
  const widest = Math.max(320, Math.min(640, sheet ? whole - 32 : whole - 360))

  return (
    <div className={classes.screen} ref={ref}>
      <section className={classes.list} ref={listRef} aria-label={t('list.grid')}>
        <VisuallyHidden component="h1">{t('list.grid')}</VisuallyHidden>
        <ListToolbar width={listWidth} />
        <KeyGrid width={listWidth} />
        <SelectionBar width={listWidth} />
      </section>
      {openId !== null && (
        <>
          {sheet ? (
            <div
              className={classes.shade}
              onClick={() => {
                useKeyList.getState().open(null)
              }}
            />
          ) : (
            <PaneHandle
              label={t('details.resize')}
              width={width}
              min={320}
              max={widest}
              pane="right"
              onResize={setWidth}
            />
          )}
          <aside
            className={sheet ? classes.sheet : classes.details}
            style={{ width: Math.min(width, widest) }}
            aria-label={t('details.label')}
          >
            <DetailsPane key={openId} id={openId} />
          </aside>
        </>
      )}
    </div>
  )
}
