import { answered } from './answered.ts'
import { recorder } from './recorder.ts'

/** What a test answers a dialog with: the parts of Electron's return value that matter to it. */
export type DialogAnswer = Partial<
  Electron.OpenDialogReturnValue & Electron.SaveDialogReturnValue & Electron.MessageBoxReturnValue
>

const answers: DialogAnswer[] = []

/** The next dialog that nobody has answered yet gets this; without any, dialogs are cancelled. */
export function answerNextDialog(answer: DialogAnswer): void {
  answers.push(answer)
}

function ask<T extends object>(kind: string, args: readonly unknown[], cancelled: (options: never) => T): T {
  const options = args.length > 1 ? args[1] : args[0]
  const given = answers.shift()
  // An answer that names files or a button was not a cancellation.
  const answer = { ...cancelled(options as never), ...(given && { canceled: false, ...given }) }
  // A window among the options is no data; what a person reads is.
  recorder.dialogs.push({ kind, options: JSON.parse(JSON.stringify(options ?? null)) as unknown, answer })
  return answer
}

const nothingOpened = (): Electron.OpenDialogReturnValue => ({ canceled: true, filePaths: [] })
const nothingSaved = (): Electron.SaveDialogReturnValue => ({ canceled: true, filePath: '' })
const dismissed = (options: Electron.MessageBoxOptions): Electron.MessageBoxReturnValue => {
  const meansNo = (options.buttons ?? []).findIndex((label) => /^(cancel|no)$/i.test(label))
  return { response: options.cancelId ?? Math.max(meansNo, 0), checkboxChecked: options.checkboxChecked ?? false }
}

/** Electron's `dialog`: asks the test. */
export const dialog = answered('dialog', {
  showOpenDialog: async (...args: unknown[]) => ask('open', args, nothingOpened),
  showOpenDialogSync: (...args: unknown[]) => {
    const { canceled, filePaths } = ask('open', args, nothingOpened)
    return canceled ? undefined : filePaths
  },
  showSaveDialog: async (...args: unknown[]) => ask('save', args, nothingSaved),
  showSaveDialogSync: (...args: unknown[]) => ask('save', args, nothingSaved).filePath,
  showMessageBox: async (...args: unknown[]) => ask('message', args, dismissed),
  showMessageBoxSync: (...args: unknown[]) => ask('message', args, dismissed).response,
  showErrorBox: (title: string, content: string): void => void ask('error', [{ title, content }], () => ({}))
} satisfies Omit<Electron.Dialog, 'showCertificateTrustDialog'>)
