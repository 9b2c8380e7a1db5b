import { Anchor, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { goToKey } from '../../../stores/go-to-place'
import { BindingMenu, Resolve } from '../bindings/Resolve'
import { StateTag } from '../parts/StateTag'
import { adoptAction, adoptId } from './adopt-choice'
import classes from './Files.module.css'
import type { NameView, ProjectFile } from './file-views'

interface NameRowProps {
  readonly view: NameView
  readonly file: ProjectFile | null
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, wanted: boolean) => void
}

/** One name: bound with its state, or found with what adopting it would do. */
export function NameRow({ view, file, chosen, onChoose }: NameRowProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const { name, found, binding } = view
  const action = file === null || found === null ? null : adoptAction(file.kind, found)
  const id = file === null || found === null ? '' : adoptId(file, found)
  const keyId = binding?.keyId ?? found?.keyId ?? null
  const keyName = binding?.keyName ?? found?.keyName ?? null
  return (
    <li className={classes.row}>
      <span className={classes.check}>
        {action !== null && (
          <Checkbox
            size="xs"
            aria-label={t('env.project.choose', { name })}
            checked={chosen.has(id)}
            disabled={readOnly}
            onChange={(event) => {
              onChoose(id, event.currentTarget.checked)
            }}
          />
        )}
      </span>
      <span className={classes.name}>
        <span className={classes.mono} title={name} data-selectable>
          {name}
        </span>
        {found !== null && <span className={classes.line}>{t('env.lineAt', { line: found.line })}</span>}
      </span>
      <span className={classes.what}>
        {keyId !== null && keyName !== null ? (
          <Anchor
            component="button"
            type="button"
            className={classes.key ?? ''}
            onClick={() => {
              goToKey(keyId)
            }}
          >
            {keyName}
          </Anchor>
        ) : (
          <>
            {found?.provider != null && <span>{found.provider}</span>}
            {found !== null && found.verdict !== 'ignored' && <span className={classes.preview}>{found.preview}</span>}
          </>
        )}
      </span>
      <span className={classes.state}>
        {binding !== null ? <StateTag state={binding.state} /> : <Verdict view={view} action={action} />}
        {binding !== null && <Resolve binding={binding} />}
      </span>
      <span className={classes.menu}>{binding !== null && <BindingMenu binding={binding} />}</span>
    </li>
  )
}

function Verdict({ view: { found }, action }: { readonly view: NameView; readonly action: string | null }) {
  const { t } = useTranslation()
  if (found === null) return null
  const word =
    found.verdict === 'ignored'
      ? t(`env.reasons.${found.reason ?? 'not-a-secret'}`)
      : t(`env.verdicts.${found.verdict}`)
  return (
    <span className={classes.verdict} data-quiet={action === null || found.verdict === 'ignored' ? true : undefined}>
      {word}
    </span>
  )
}
