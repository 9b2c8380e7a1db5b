import { useTranslation } from 'react-i18next'
import type { VaultPlace } from '@contract/model/vault-place'
import { shownPath } from '../../texts/shown-path'
import { Note } from '../../ui/Note'
import classes from './Vaults.module.css'

/** What to know of a vault before it is opened where it lies. */
export function VaultCautions({ place }: { readonly place: VaultPlace }) {
  const { t } = useTranslation()
  const cautions = [
    ...(place.syncedBy === null ? [] : [t('vaults.synced', { program: place.syncedBy })]),
    ...(place.isOnNetwork ? [t('vaults.network')] : []),
    ...(place.isReadOnly ? [t('vaults.readOnly')] : []),
    ...(place.isOpenToOthers ? [t('vaults.openToOthers')] : []),
    ...(place.exchangeableIn === null
      ? []
      : [t('vaults.exchangeable', { folder: shownPath(place.exchangeableIn) })])
  ]
  return (
    <ul className={classes.cautions}>
      {cautions.map((caution) => (
        <li key={caution}>
          <Note>{caution}</Note>
        </li>
      ))}
    </ul>
  )
}
