import type { ScanResult } from '@contract/model/env'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../../ui/Note'
import { FindRow } from './FindRow'
import classes from './Scan.module.css'

interface ScanFindsProps {
  readonly result: ScanResult
}

/** What was found: what does not belong there with its way out, then what does. A clean result is said plainly. */
export function ScanFinds({ result }: ScanFindsProps) {
  const { t } = useTranslation()
  const { finds, files, skipped, truncated, staged } = result
  const astray = finds.filter(({ expected }) => !expected)
  const expected = finds.filter((find) => find.expected)
  const looked = [
    t(staged ? 'env.scan.lookedStaged' : 'env.scan.looked', { count: files }),
    skipped > 0 && t('env.scan.skipped', { count: skipped })
  ].filter((part) => part !== false)
  return (
    <>
      <div className={classes.answer} data-clean={astray.length === 0 ? true : undefined}>
        {astray.length === 0 && <IconShieldCheck size={20} aria-hidden="true" />}
        <div>
          <h2>{astray.length === 0 ? t('env.scan.clean') : t('env.scan.found', { count: astray.length })}</h2>
          <p>{looked.join(' ')}</p>
        </div>
      </div>
      {truncated && <Note tone="warn">{t('env.scan.truncated')}</Note>}
      {astray.length > 0 && (
        <ul className={classes.finds} aria-label={t('env.scan.astray')}>
          {astray.map((find) => (
            <FindRow key={`${find.file} ${String(find.line)} ${find.what} ${find.masked}`} find={find} />
          ))}
        </ul>
      )}
      {expected.length > 0 && (
        <section aria-labelledby="scan-expected">
          <h3 id="scan-expected" className={classes.heading}>
            {t('env.scan.expected', { count: expected.length })}
          </h3>
          <p className={classes.text}>{t('env.scan.expectedText')}</p>
          <ul className={classes.finds}>
            {expected.map((find) => (
              <FindRow key={`${find.file} ${String(find.line)} ${find.what} ${find.masked}`} find={find} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
