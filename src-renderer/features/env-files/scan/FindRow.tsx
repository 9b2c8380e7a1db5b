import type { ScanFind } from '@contract/model/env'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { goToRotation } from '../../../stores/go-to-place'
import { attempt, bind, ignoreFile } from '../env-actions'
import { FilePath } from '../parts/FilePath'
import { findSteps } from './find-steps'
import classes from './Scan.module.css'

interface FindRowProps {
  readonly find: ScanFind
}

/** One secret in a file: whose it is and where, and the steps that put it right in their order. */
export function FindRow({ find }: FindRowProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const { file, path, line, of, what, masked, keyId, keyName, former, name, expected } = find
  const steps = findSteps(find)
  const Icon = expected ? IconCheck : IconAlertTriangle
  return (
    <li className={classes.find} data-expected={expected ? true : undefined}>
      <Icon size={16} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.title}>
          {keyName ?? what}
          <span className={classes.masked}>{masked}</span>
        </p>
        <FilePath file={file} path={`${path}:${String(line)}`} strong />
        <p className={classes.text}>
          {t(of === 'pattern' ? 'env.scan.ofPattern' : former ? 'env.scan.ofFormer' : 'env.scan.ofVault', { what })}
        </p>
        {steps.length > 0 && (
          <ol className={classes.steps}>
            {steps.map((step) => (
              <li key={step}>
                {step === 'rotate' && keyId !== null && (
                  <Button
                    size="compact-sm"
                    disabled={readOnly}
                    onClick={() => {
                      void attempt(async () => {
                        await goToRotation(keyId)
                      })
                    }}
                  >
                    {t('env.scan.rotate')}
                  </Button>
                )}
                {step === 'replace' && <span>{t('env.scan.replace')}</span>}
                {step === 'bind' && keyId !== null && name !== null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={readOnly}
                    onClick={() => {
                      void bind(keyId, name, file)
                    }}
                  >
                    {t('env.scan.bind', { name })}
                  </Button>
                )}
                {step === 'ignore' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={readOnly}
                    onClick={() => {
                      void ignoreFile(file)
                    }}
                  >
                    {t('env.project.ignore')}
                  </Button>
                )}
                {step === 'mend' && (
                  <span>{name === null ? t('env.scan.mend', { line }) : t('env.scan.mendName', { line, name })}</span>
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
    </li>
  )
}
