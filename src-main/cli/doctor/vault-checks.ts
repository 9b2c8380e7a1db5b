import { lstatSync, readFileSync, readdirSync, realpathSync, statSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { describeError } from '@contract/error-texts'
import { errorCodes, type ErrorCode } from '@contract/errors'
import { daysAway } from '@contract/local-days'
import type { Session } from '@contract/model/session'
import type { Context } from '../context'
import { othersWriteAround } from '../../node/others-write'
import { quoted } from '../env/env-words'
import { oneLine } from '../terminal'
import { check, type Finding } from './finding'

const LITTLE_BYTES = 100 * 1_048_576
const CLOCK_SLACK_MS = 300_000
/** Of vaults in which SQLite writes pages of this size. */
const PAGE_BYTES = 4_096

/** What can be told of the vault without its password. Changes nothing. */
export async function vaultChecks({ app, call, home }: Context): Promise<Finding[]> {
  await app.start()
  const { session, settings } = await call('app.snapshot', {})
  const folder = home.vaultFolder
  const standing = standingOf(session, folder)
  // What does not answer would hold up the other checks as well.
  if (session.phase === 'absent' || session.trouble === 'vault-folder-silent') return [standing, room(home.folder)]
  const { items } = await call('backups.list', {})
  return [
    standing,
    modes(home.folder, folder, home.isOwnVault),
    wholePages(folder),
    users(folder),
    backups(items[0]?.madeAt, settings.backupEveryDays),
    clock(folder),
    room(folder)
  ]
}

function standingOf({ phase, trouble, troubleFile, readOnly }: Session, folder: string): Finding {
  const { ok, note, problem } = check('vault', 'Vault')
  const code = errorCodes.find((known): known is ErrorCode => known === trouble)
  if (phase === 'absent') return note(`There is none in ${folder}.`, 'kq init makes one.')
  if (code === 'vault-folder-missing' || code === 'vault-folder-silent')
    return problem(describeError(code, { folder }), 'kq vault open --own goes back to Keyquay’s own vault.')
  if (code === 'vault-choice-damaged')
    return problem(describeError(code, {}), 'kq vault open FOLDER, or kq vault open --own for Keyquay’s own.')
  if (code !== undefined)
    return problem(describeError(code, { file: troubleFile ?? folder, folder }), 'kq restore FILE puts a backup in its place.')
  if (phase === 'damaged') return problem(`${folder} cannot be read.`, 'kq restore FILE puts a backup in its place.')
  if (readOnly)
    return problem(`${folder} cannot be written to; it opens for reading only.`, `chmod u+w ${quoted(folder)}`)
  return ok(folder)
}

/** Folders for their owner alone, and files too. */
function modes(home: string, folder: string, isOwn: boolean): Finding {
  const { ok, problem } = check('modes', 'Access')
  if (process.platform === 'win32') return ok('as Windows gives a person’s own folders')
  const files = [
    join(folder, 'vault.json'),
    ...namesIn(folder)
      .filter((name) => /^vault-\d+\.db/.test(name))
      .map((name) => join(folder, name))
  ]
  const open = [home, folder, ...files].filter(
    (path) => ((lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0
  )
  const foreign = [home, folder, ...files].find((path) => {
    const uid = lstatSync(path, { throwIfNoEntry: false })?.uid
    return uid !== undefined && uid !== process.getuid?.()
  })
  const all = isOwn ? quoted(home) : `${quoted(home)} ${quoted(folder)}`
  if (foreign !== undefined) return problem(`${foreign} belongs to another user.`, `sudo chown -R "$USER" ${all}`)
  const [first, ...others] = open
  const around = othersWriteAround(realPath(home)) ?? othersWriteAround(realPath(folder))
  if (first === undefined && around !== null) {
    const words = `In ${oneLine(around)} others can put another folder in the place of yours.`
    return problem(words, `chmod go-w ${oneLine(quoted(around))}, or keep the vault in a folder of your own.`)
  }
  if (first === undefined) return ok('yours alone')
  const more = others.length === 0 ? '' : `, and ${String(others.length)} more`
  return problem(`Others can reach ${first}${more}.`, `chmod -R go= ${all}`)
}

/** A database is pages and nothing else; a copy that broke off is not. */
function wholePages(folder: string): Finding {
  const { ok, problem } = check('database', 'Database')
  const bytes = namesIn(folder)
    .filter((name) => /^vault-\d+\.db$/.test(name))
    .map((name) => statSync(join(folder, name)).size)
  if (bytes.some((size) => size % PAGE_BYTES !== 0)) {
    return problem(
      'Its file is not of whole pages, as after a copy that broke off.',
      'kq restore FILE puts a backup in its place.'
    )
  }
  const total = bytes.reduce((sum, size) => sum + size, 0)
  return ok(`${(total / 1_048_576).toFixed(1)} MiB in whole pages; kq audit verify proves what is in it`)
}

/** Who holds the lock that everyone who uses the vault holds. */
function users(folder: string): Finding {
  const { ok, note } = check('users', 'Used by')
  const holders = lockHolders(join(folder, 'vault.lock'))
  if (holders === null) return ok('cannot be told on this system')
  if (holders.length === 0) return ok('nobody now')
  return note(holders.map(({ pid, name }) => `${name} (process ${String(pid)})`).join(', '))
}

/** Of proc(5)'s list of file locks; null where there is none. */
function lockHolders(file: string): { pid: number; name: string }[] | null {
  try {
    const inode = String(statSync(file).ino)
    const lines = readFileSync('/proc/locks', 'latin1').split('\n')
    const pids = lines.flatMap((line) => {
      const [, , , , pid = '', place = ''] = line.trim().split(/\s+/)
      return place.endsWith(`:${inode}`) ? [Number(pid)] : []
    })
    return [...new Set(pids)]
      .filter((pid) => pid > 0 && pid !== process.pid)
      .map((pid) => ({ pid, name: readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim() }))
  } catch {
    return null
  }
}

function backups(newest: string | undefined, everyDays: number): Finding {
  const { ok, note, problem } = check('backups', 'Backups')
  if (newest === undefined) {
    return everyDays === 0
      ? note('There are none, and none are made by themselves.', 'kq backup makes one.')
      : problem('There are none yet.', 'kq backup makes one.')
  }
  const days = daysAway(Date.now(), Date.parse(newest))
  const age = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${String(days)} days ago`
  const isOld = everyDays > 0 && days > 2 * everyDays
  return isOld ? problem(`The newest was made ${age}.`, 'kq backup makes one.') : ok(`the newest was made ${age}`)
}

/** Reminders and expiry go by the clock; files of the future say that it was set back. */
function clock(folder: string): Finding {
  const { ok, problem } = check('clock', 'Clock')
  const newest = Math.max(
    0,
    ...namesIn(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  )
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  if (newest <= Date.now() + CLOCK_SLACK_MS)
    return ok(`${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, in ${timeZone}`)
  const ahead = new Date(newest).toISOString().slice(0, 16).replace('T', ' ')
  return problem(`The vault was written at ${ahead} UTC, which is still to come.`, 'Set the computer’s clock.')
}

function room(folder: string): Finding {
  const { ok, note, problem } = check('disk', 'Disk')
  try {
    const { bavail, bsize } = statfsSync(folder)
    const free = bavail * bsize
    const says = `${(free / 1_073_741_824).toFixed(1)} GiB free`
    return free < LITTLE_BYTES
      ? problem(`Hardly any room is left: ${says}.`, 'Make some room; a change needs it.')
      : ok(says)
  } catch {
    return note('cannot be told')
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
