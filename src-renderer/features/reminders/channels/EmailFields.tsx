import { NumberInput, SegmentedControl, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import dialog from '../dialogs/Dialog.module.css'
import { withSecurity, type ChannelField, type ChannelForm } from '../model/channel-form'

interface EmailFieldsProps {
  readonly form: ChannelForm
  readonly problems: ReadonlySet<ChannelField>
  readonly onChange: (form: ChannelForm) => void
}

const securities = ['tls', 'starttls', 'none'] as const

/** The mail server that sends, from whom and to whom. */
export function EmailFields({ form, problems, onChange }: EmailFieldsProps) {
  const { t } = useTranslation()
  const text = (name: 'host' | 'user' | 'from') => ({
    maxLength: 254,
    autoComplete: 'off',
    spellCheck: false,
    value: form[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      onChange({ ...form, [name]: event.currentTarget.value })
    }
  })
  return (
    <>
      <div className={dialog.pair}>
        <TextInput
          label={t('reminders.channels.host')}
          error={problems.has('host') && t('reminders.channels.hostNeeded')}
          {...text('host')}
        />
        <NumberInput
          label={t('reminders.channels.port')}
          hideControls
          allowNegative={false}
          allowDecimal={false}
          thousandSeparator=""
          value={form.port}
          error={problems.has('port')}
          onChange={(port) => {
            onChange({ ...form, port: typeof port === 'number' ? port : '' })
          }}
        />
      </div>
      <div>
        <span id="mail-security" className={dialog.label}>
          {t('reminders.channels.security')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="mail-security"
          data={securities.map((value) => ({ value, label: t(`reminders.channels.securities.${value}`) }))}
          value={form.security}
          onChange={(security) => {
            onChange(withSecurity(form, security))
          }}
        />
        {form.security === 'none' && <p className={dialog.help}>{t('reminders.channels.securityNone')}</p>}
      </div>
      <TextInput
        label={t('reminders.channels.from')}
        error={problems.has('from') && t('reminders.channels.addressNeeded')}
        {...text('from')}
      />
      <TagsInput
        label={t('reminders.channels.to')}
        description={t('reminders.channels.toHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxTags={10}
        acceptValueOnBlur
        value={[...form.to]}
        error={problems.has('to') && t('reminders.channels.addressNeeded')}
        onChange={(to) => {
          onChange({ ...form, to })
        }}
      />
      <TextInput
        label={t('reminders.channels.user')}
        description={t('reminders.channels.userHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...text('user')}
      />
    </>
  )
}
