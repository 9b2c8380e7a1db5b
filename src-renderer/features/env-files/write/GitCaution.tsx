import type { EnvPreview } from '@contract/model/env'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { FailureNote } from '../../../ui/FailureNote'
import { baseName } from '../parts/base-name'
import { Note } from '../../../ui/Note'
import { toneOf } from '../parts/GitTag'
import { useDoing } from '../../../stores/use-doing'

interface GitCautionProps {
  readonly preview: EnvPreview
}

/** Whether the secret would end up in a commit, with the one click that prevents it where one can. */
export function GitCaution({ preview }: GitCautionProps) {
  const { t } = useTranslation()
  const [after, setAfter] = useState<EnvPreview['git'] | null>(null)
  const { busy, failure, run } = useDoing()
  const { file, ignore } = preview
  const git = after ?? preview.git
  const mends = ignore !== null && after === null
  return (
    <>
      <Note
        tone={toneOf(git)}
        title={t(`env.gitTitle.${git}`)}
        action={
          mends && (
            <Button
              size="compact-sm"
              variant="default"
              loading={busy}
              onClick={() => {
                void run(async () => {
                  setAfter((await client.call('env.ignore', { file })).git)
                })
              }}
            >
              {t('env.preview.ignore', { line: ignore.line, gitignore: baseName(ignore.gitignore) })}
            </Button>
          )
        }
      >
        {t(`env.gitText.${git}`)}
      </Note>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  )
}
