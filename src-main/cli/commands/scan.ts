import { resolve } from 'node:path'
import { Command } from 'commander'
import type { ScanFind, ScanResult } from '@contract/model/env'
import { hookScript, installScanHook, type HookInstalled } from '../../node/scan-hook'
import { unlock, type Context } from '../context'
import { EXIT } from '../exit-codes'
import type { Run } from '../options'
import { UsageError } from '../usage-error'

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Well under the shortest auto-lock: a long scan must not be locked away under. */
const AWAKE_EVERY_MS = 15_000

interface Options {
  readonly staged?: true
  readonly patternsOnly?: true
  readonly all?: true
  readonly installHook?: true
}

export function scanCommand(run: Run): Command {
  return new Command('scan')
    .description('look for secrets in files: the vault’s own values, and known kinds of keys')
    .argument('[path]', 'a folder', '.')
    .option('--staged', 'look at what the next commit holds anew, instead')
    .option('--patterns-only', 'look for known kinds of keys alone; needs no vault and no password')
    .option('--all', 'list also what stands where it belongs: in a bound env file that Git ignores')
    .option('--install-hook', 'make it a pre-commit hook of the repository; a hook that is there is left alone')
    .addHelpText(
      'after',
      '\nEnds with 1 on a find. Values are compared by digest; none is shown.\n' +
        'A find of the vault’s own: rotate the key first, then mend the file.\n' +
        '\nExamples:\n  kq scan\n  kq scan --staged\n  kq scan ~/src/shop --patterns-only --json\n  kq scan --install-hook'
    )
    .action((path: string, options: Options) => run((context) => scan(context, resolve(path), options)))
}

async function scan(context: Context, folder: string, options: Options): Promise<number> {
  const { terminal } = context
  const { patternsOnly = false, staged = false } = options
  if (options.installHook === true) return install(context, folder, patternsOnly)
  if (patternsOnly) await context.app.start()
  else await unlock(context)
  const result = await look(context, folder, staged, !patternsOnly)
  const loose = result.finds.filter(({ expected }) => !expected)
  const shown = options.all === true ? result.finds : loose
  if (terminal.json) terminal.printJson({ ...result, finds: shown })
  else tell(context, result, shown)
  return loose.length === 0 ? EXIT.done : EXIT.failed
}

/** Ctrl+C ends the scan, and the vault is locked in order. */
async function look(
  { app, call, terminal }: Context,
  folder: string,
  staged: boolean,
  ownValues: boolean
): Promise<ScanResult> {
  const cancel = (): void => void call('scan.cancel', {}).catch(() => undefined)
  for (const signal of ENDING) process.on(signal, cancel)
  const awake = setInterval(app.touch, AWAKE_EVERY_MS)
  let told = 0
  const stopListening = app.onEvent((event) => {
    if (event.name !== 'scan.progress' || event.payload.running === null) return
    const { files } = event.payload.running
    if (files < told + TOLD_EVERY_FILES) return
    told = files
    terminal.progress(`${String(files)} files…`)
  })
  try {
    return await call('scan.run', { folder, staged, ownValues })
  } finally {
    stopListening()
    clearInterval(awake)
    for (const signal of ENDING) process.off(signal, cancel)
  }
}

const TOLD_EVERY_FILES = 1_000

function tell({ terminal }: Context, result: ScanResult, shown: readonly ScanFind[]): void {
  for (const find of shown) for (const line of findLines(find)) terminal.print(line)
  const { files, skipped, truncated, finds } = result
  const loose = finds.filter(({ expected }) => !expected).length
  const kept = finds.length - loose
  terminal.notice(
    `${String(loose)} found in ${String(files)} files` +
      (kept === 0 ? '' : `, ${String(kept)} where they belong`) +
      (skipped === 0 ? '.' : `; ${String(skipped)} binary, large or unreadable ones were passed over.`)
  )
  if (truncated) terminal.notice('It ended at a limit: not everything was looked at.')
}

function findLines({ path, line, of, what, keyName, keyId, masked, former, name, expected, may }: ScanFind): string[] {
  const place = `${path}:${String(line)}`
  if (of === 'pattern') return [`${place}  looks like a secret (${what})  ${masked}`]
  const whose = keyId === null ? `the credential of ${keyName ?? ''}` : (keyName ?? '')
  const says = former ? `a former value of ${whose}` : whose
  const hints = [
    ...(may.includes('rotate') ? [`kq rotate ${keyName ?? ''} first, then mend the file.`] : []),
    ...(may.includes('bind')
      ? [`kq env bind ${keyName ?? ''} --file ${path} --as ${name ?? ''} lets rotations write it.`]
      : []),
    ...(may.includes('ignore') ? [`kq env ignore ${path} keeps it out of commits.`] : [])
  ]
  return [`${place}  ${says}  ${masked}${expected ? '  (bound)' : ''}`, ...hints.map((hint) => `    ${hint}`)]
}

async function install({ terminal, home }: Context, folder: string, patternsOnly: boolean): Promise<number> {
  const script = process.argv[1]
  const start = script === undefined ? ['kq'] : [process.execPath, '--', resolve(script), '--home', home.folder]
  const done = await installScanHook(folder, hookScript(start, patternsOnly))
  if (terminal.json) terminal.printJson(done)
  if (done.outcome === 'foreign' || done.outcome === 'elsewhere') throw new UsageError(refusal(done))
  if (!terminal.json) {
    terminal.print(done.outcome === 'already' ? `${done.file} is there already.` : `Wrote ${done.file}.`)
  }
  return EXIT.done
}

function refusal({ outcome, file }: HookInstalled): string {
  const line = 'Add this line to it: kq scan --staged || exit 1'
  return outcome === 'foreign'
    ? `${file} is a hook of somebody else and was left as it is. ${line}`
    : `This repository takes its hooks from ${file} (core.hooksPath), and nothing was written there. ${line}`
}
