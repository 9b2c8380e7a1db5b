import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** Names of folders that programs copy to other computers, as these programs make them. */
const SYNCED: readonly (readonly [program: string, name: RegExp])[] = [
  ['Dropbox', /^Dropbox( \(.+\))?$/],
  ['OneDrive', /^OneDrive( ?-.+)?$/],
  ['iCloud Drive', /^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/],
  ['Google Drive', /^(Google ?Drive(-.+)?|My Drive)$/],
  ['Nextcloud', /^Nextcloud\d*$/i],
  ['ownCloud', /^ownCloud\d*$/i],
  ['MEGA', /^(MEGA|MEGAsync)$/],
  ['pCloud', /^pCloud ?Drive$/],
  ['Proton Drive', /^Proton ?Drive(-.+)?$/],
  ['Box', /^(Box Sync|Box-Box)$/]
]

/** What such programs leave in the folder they copy, wherever it is and whatever it is called. */
const MARKS: readonly (readonly [program: string, name: string])[] = [
  ['Syncthing', '.stfolder'],
  ['Dropbox', '.dropbox.cache'],
  ['Nextcloud', '.nextcloudsync.log']
]

/** The program that copies `folder` to other computers, as far as names tell; null where none is known to. */
export function syncedBy(folder: string): string | null {
  const names = folder.split(/[/\\]/)
  const named = SYNCED.find(([, pattern]) => names.some((name) => pattern.test(name)))
  if (named !== undefined) return named[0]
  for (let at = folder; ; at = dirname(at)) {
    const marked = MARKS.find(([, name]) => existsSync(join(at, name)))
    if (marked !== undefined) return marked[0]
    if (dirname(at) === at) return null
  }
}

const NETWORK =
  /^(nfs\d?|cifs|smb\w*|afs|9p|ceph|glusterfs|ncpfs|davfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs))$/

/** Whether `folder` lies on another computer's disk: by proc(5)'s list of mounts, or by the name of a share on Windows. */
export function isOnNetwork(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32') return folder.startsWith('\\\\')
  if (platform !== 'linux') return false
  try {
    return isMountedFromNetwork(folder, readFileSync('/proc/self/mountinfo', 'utf8'))
  } catch {
    return false
  }
}

/** Disks of this computer and its memory, as proc_filesystems(5) calls them: they answer, or the computer is broken. */
const LOCAL = /^(ext[234]|xfs|btrfs|zfs|f2fs|jfs|bcachefs|tmpfs|ramfs|overlay|vfat|exfat|ntfs3)$/

/** Whether `folder` lies on a disk of this computer for certain. */
export function isOnLocalDisk(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform !== 'linux') return false
  try {
    return isMountedLocally(folder, readFileSync('/proc/self/mountinfo', 'utf8'))
  } catch {
    return false
  }
}

export function isMountedLocally(folder: string, mountinfo: string): boolean {
  return LOCAL.test(mountedAs(folder, mountinfo) ?? '')
}

export function isMountedFromNetwork(folder: string, mountinfo: string): boolean {
  return NETWORK.test(mountedAs(folder, mountinfo) ?? '')
}

/**
 * The type of file system that `folder` lies on. `mountinfo` as in proc_pid_mountinfo(5): the mount point is the fifth
 * field, the type the first after ` - `.
 */
function mountedAs(folder: string, mountinfo: string): string | null {
  const mounts = mountinfo.split('\n').flatMap((line) => {
    const [mount = '', kind = ''] = line.split(' - ')
    const point = mount.split(' ')[4]?.replaceAll(/\\([0-7]{3})/g, (_, code: string) => charOf(code))
    return point === undefined ? [] : [{ point, type: kind.split(' ')[0] ?? '' }]
  })
  const holding = mounts.filter(({ point }) => isWithin(folder, point))
  // Of two on the same point the later one is what is seen.
  const nearest = holding.reduce<(typeof holding)[number] | null>(
    (best, mount) => (best === null || mount.point.length >= best.point.length ? mount : best),
    null
  )
  return nearest?.type ?? null
}

const charOf = (octal: string): string => String.fromCharCode(Number.parseInt(octal, 8))

const isWithin = (folder: string, point: string): boolean =>
  folder === point || folder.startsWith(point.endsWith(sep) ? point : `${point}${sep}`)
