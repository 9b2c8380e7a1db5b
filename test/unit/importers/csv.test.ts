import { describe, expect, it } from 'vitest'
import { readImport } from '@main/importers/read-import'
import { fixture, inputOf } from './files'

describe('CSV', () => {
  it('reads what KeePassXC writes', async () => {
    const [cloudflare, empty] = await readImport('csv', inputOf(fixture('keepassxc.csv')))
    expect(cloudflare).toMatchObject({ secret: 'canary0000-cf-"quoted"', likelySecret: true })
    expect(cloudflare!.fields).toMatchObject({
      name: 'Cloudflare',
      provider: 'cloudflare',
      description: 'octo\nhttps://dash.cloudflare.com/',
      notes: 'line one\nline two',
      tags: ['Root/Cloud'],
      createdAt: '2023-05-06T07:08:09.000Z'
    })
    expect(empty).toMatchObject({ secret: '', likelySecret: false })
  })

  it.each([
    [
      'Bitwarden',
      'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp',
      9
    ],
    ['1Password', 'Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes', 3],
    ['LastPass', 'url,username,password,totp,extra,name,grouping,fav', 2],
    ['Chrome', 'name,url,username,password,note', 3],
    ['Dashlane', 'username,username2,username3,title,password,note,url,category,otpUrl', 4],
    ['a person', 'Name,API key,Expires', 1]
  ])('finds the secret where %s puts it', async (_, header, column) => {
    const cells = header.split(',').map((__, index) => (index === column ? 's3cret' : ''))
    const [found] = await readImport('csv', inputOf(`${header}\n${cells.join(',')}\n`))
    expect(found!.secret).toBe('s3cret')
  })

  it('reads the UTF-16 text with tabs and the semicolons that Excel writes', async () => {
    const text = 'name\tpassword\r\nMünze\tpäss;wörd,1\r\n'
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    const [fromTabs] = await readImport('csv', inputOf(utf16))
    expect([fromTabs!.fields.name, fromTabs!.secret]).toEqual(['Münze', 'päss;wörd,1'])
    const [fromSemicolons] = await readImport('csv', inputOf('\ufeffname;password\nA;b,c\n'))
    expect(fromSemicolons!.secret).toBe('b,c')
  })

  it('leaves a leading quote mark to files of other programs', async () => {
    const [found] = await readImport('csv', inputOf("name,password\nA,'=1\n"))
    expect(found!.secret).toBe("'=1")
  })

  it('names the line of an unclosed quote, a missing column and a broken row of our own', async () => {
    const line = async (text: string): Promise<unknown> =>
      readImport('csv', inputOf(text)).catch((error: unknown) => (error as { details: { line: number } }).details.line)
    expect(await line('name,password\nA,b\nC,"d\n')).toBeGreaterThan(1)
    expect(await line('name,colour\nA,b\n')).toBe(1)
    const header =
      'name,secret,provider,env_name,project,environment,description,remote_id,scopes,roles,ip_ranges,tags,notes,' +
      'favourite,keep,created_at,expires_at'
    expect(await line(`${header}\nA,b,,,,,,,,,,,,false,vault,,\nB,c,,1 bad name,,,,,,,,,,false,vault,,\n`)).toBe(3)
  })

  it('takes short rows, and columns called __proto__ and constructor, for what they are', async () => {
    const [found] = await readImport('csv', inputOf('__proto__,constructor,name,password\nx,y,A,b\nz\n'))
    expect(found).toMatchObject({ secret: 'b', fields: { name: 'A' } })
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})
