import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGrants } from '../../stores/grants-store'
import { useUi } from '../../stores/ui-store'
import { cx } from '../../ui/cx'
import classes from './GrantIndicator.module.css'

/** Stands in the sidebar as long as a terminal may use the vault, and leads to where that ends. */
export function GrantIndicator({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation()
  const count = useGrants((state) => state.live?.length ?? 0)
  if (count === 0) return null
  const words = t('grants.live', { count })
  return (
    <Tooltip label={words} position="right" disabled={!folded}>
      <UnstyledButton
        className={cx(classes.indicator, folded && classes.folded)}
        aria-label={words}
        onClick={() => {
          useUi.getState().goTo('settings')
          // The page of settings is there after this render.
          requestAnimationFrame(() => {
            const terminals = document.getElementById('terminals')
            terminals?.scrollIntoView({ block: 'start' })
            terminals?.querySelector<HTMLElement>('li button')?.focus({ preventScroll: true })
          })
        }}
      >
        <IconTerminal2 size={16} aria-hidden="true" />
        {!folded && <span>{words}</span>}
      </UnstyledButton>
    </Tooltip>
  )
}
