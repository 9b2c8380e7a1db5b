import { useTranslation } from 'react-i18next'
import { cancelWork, useWork } from '../../stores/work-store'
import { WorkNote } from '../../ui/WorkNote'
import { Working } from '../../ui/Working'

/** That the provider is being asked, and what for once it takes a while. */
export function TestRunning() {
  const { t } = useTranslation()
  const items = useWork((state) => state.items)
  return (
    <>
      <Working label={t('connections.test.running')} />
      <WorkNote items={items} onCancel={cancelWork} />
    </>
  )
}
