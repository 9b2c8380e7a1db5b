import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isMountedFromNetwork, isMountedLocally, isOnLocalDisk, isOnNetwork, syncedBy } from '@main/node/vault-surroundings'

const MOUNTS = String.raw`22 28 0:21 / /proc rw,nosuid - proc proc rw
28 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 28 0:45 / /mnt/team rw,relatime shared:2 - cifs //server/team rw,vers=3.1
41 28 0:46 / /mnt/team/local rw,relatime - ext4 /dev/sdb1 rw
42 28 0:47 / /media/my\040share rw - fuse.sshfs me@host:/ rw
43 28 0:48 / /srv rw - ext4 /dev/sdc1 rw
44 43 0:49 / /srv rw - nfs4 nas:/srv rw
45 28 0:50 / /auto rw - autofs /etc/auto.misc rw
46 28 0:51 / /media/phone rw - fuse.gvfsd-fuse gvfsd-fuse rw`

describe('what surrounds a vault', () => {
  it.each([
    ['/home/me/Dropbox/keys', 'Dropbox'],
    ['/home/me/Dropbox (Acme)/vault', 'Dropbox'],
    ['C:\\Users\\me\\OneDrive - Acme\\vault', 'OneDrive'],
    ['/Users/me/Library/Mobile Documents/com~apple~CloudDocs/vault', 'iCloud Drive'],
    ['/Users/me/Library/CloudStorage/GoogleDrive-me@example.com/My Drive/vault', 'Google Drive'],
    ['/home/me/Nextcloud/vault', 'Nextcloud'],
    ['/home/me/projects/dropbox-client/vault', null]
  ])('tells that %s is copied by %s', (folder, program) => {
    expect(syncedBy(folder)).toBe(program)
  })

  it('knows a folder that is copied by what lies in it, whatever it is called', () => {
    const root = mkdtempSync(join(tmpdir(), 'keyquay-synced-'))
    mkdirSync(join(root, '.stfolder'))
    expect(syncedBy(join(root, 'a', 'vault'))).toBe('Syncthing')
    rmSync(root, { recursive: true })
  })

  it.each([
    ['/home/me/vault', false],
    ['/mnt/team/vault', true],
    ['/mnt/team', true],
    ['/mnt/teams/vault', false],
    ['/mnt/team/local/vault', false],
    ['/media/my share/vault', true],
    ['/srv/vault', true]
  ])('goes by the nearest mount and the latest on it: %s, %s', (folder, network) => {
    expect(isMountedFromNetwork(folder, MOUNTS)).toBe(network)
  })

  it.each([
    ['/home/me/vault', true],
    ['/mnt/team/local/vault', true],
    ['/mnt/team/vault', false],
    ['/auto/nas/vault', false],
    ['/media/phone/vault', false]
  ])('trusts that %s answers, %s, for a known disk of this computer alone', (folder, local) => {
    expect(isMountedLocally(folder, MOUNTS)).toBe(local)
    expect(isOnLocalDisk(folder, 'darwin')).toBe(false)
  })

  it('takes a share of Windows by its name', () => {
    expect(isOnNetwork('\\\\server\\team\\vault', 'win32')).toBe(true)
    expect(isOnNetwork('C:\\vault', 'win32')).toBe(false)
  })
})
