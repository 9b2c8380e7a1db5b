import { Command } from 'commander'
import { describeError } from '@contract/error-texts'
import { errorCodes, type ErrorCode } from '@contract/errors'
import type { Run } from '../options'

const SENTENCES = {
  locked: 'There is a vault, and it is locked.',
  absent: 'There is no vault yet. Make one with `kq init`.'
}

export function statusCommand(run: Run): Command {
  return new Command('status')
    .description('say what is there, without unlocking')
    .addHelpText('after', '\nExample:\n  kq status --json')
    .action(() =>
      run(async ({ app, call, terminal, home }) => {
        await app.start()
        const { session, version } = await call('app.snapshot', {})
        const { phase, trouble, readOnly } = session
        if (terminal.json) {
          terminal.printJson({ version, home: home.folder, vault: home.vaultFolder, phase, trouble, readOnly })
          return
        }
        terminal.print(`Keyquay ${version}`)
        terminal.print(`Vault    ${home.vaultFolder}`)
        terminal.print(sentence(phase, trouble, home.vaultFolder))
      })
    )
}

function sentence(phase: string, trouble: string | null, file: string): string {
  const code = errorCodes.find((known): known is ErrorCode => known === trouble)
  if (code !== undefined) return describeError(code, { file, folder: file })
  return phase === 'absent' ? SENTENCES.absent : SENTENCES.locked
}
