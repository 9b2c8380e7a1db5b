import { IconBookmark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useUi } from '../../stores/ui-store'
import { useViews } from '../../stores/views-store'
import { openView } from '../keys'
import { NavItem } from './NavItem'
import classes from './Sidebar.module.css'

/** The saved views of the list of keys; nothing while there are none. */
export function NavViews() {
  const { t } = useTranslation()
  const items = useViews((state) => state.items)
  const openId = useViews((state) => state.openId)
  const onKeys = useUi((state) => state.screen === 'keys')
  if (items === null || items.length === 0) return null
  return (
    <section>
      <h2 className={classes.title}>{t('keys.views.views')}</h2>
      <ul className={classes.group}>
        {items.map((view) => (
          <NavItem
            key={view.id}
            folded={false}
            icon={<IconBookmark size={16} />}
            label={view.fields.name}
            current={onKeys && view.id === openId}
            onSelect={() => {
              openView(view)
            }}
          />
        ))}
      </ul>
    </section>
  )
}
