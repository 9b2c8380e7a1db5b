import type { Unfinished } from '@contract/model/rotation'
import type { TFunction } from 'i18next'

/** What is known of a request that broke off, in a sentence. */
export function findingText({ job, finding, remoteId }: Unfinished, t: TFunction): string {
  switch (finding) {
    case 'unknown':
      return t('provider.unfinished.findings.unknown')
    case 'cannot-tell':
      return t('provider.unfinished.findings.cannotTell')
    case 'not-there':
      return t(`provider.unfinished.findings.${job === 'rotate' ? 'notThereRotate' : 'notThere'}`)
    case 'secret-lost':
      // A rotation in place has no second key at the provider.
      return t(
        `provider.unfinished.findings.${job === 'rotate' && remoteId === null ? 'secretLostInPlace' : 'secretLost'}`
      )
  }
}
