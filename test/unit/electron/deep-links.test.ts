import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { keyOfArguments, keyOfLink, listenForLinks } from '../../../src-main/electron/deep-links'
import { homeArgument } from '../../../src-main/node/home'

const ID = '01JD3ZQ8M4T6V8X0Y2A4C6E8G0'
const link = `keyquay://key/${ID}`

describe('a link of the app', () => {
  it('names a key', () => {
    expect(keyOfLink(link)).toBe(ID)
    expect(keyOfArguments(['/opt/keyquay', '--', link])).toBe(ID)
  })

  it.each([
    `${link}?reveal=1`,
    `${link}#copy`,
    `${link}/..`,
    `${link}\n`,
    `${link} --inspect`,
    `${link}%00`,
    ` ${link}`,
    `keyquay://key/${ID}${ID}`,
    `keyquay://key/${ID.toLowerCase()}`,
    `keyquay://user:pw@key/${ID}`,
    `keyquay://key:80/${ID}`,
    `keyquay:key/${ID}`,
    `keyquay:///key/${ID}`,
    `keyquay://reveal/${ID}`,
    `keyquay://key/../../etc/passwd`,
    `keyquay://key/`,
    `KEYQUAY://key/${ID}`,
    `https://key/${ID}`,
    `javascript:alert(1)//keyquay://key/${ID}`,
    ''
  ])('does not open %j', (hostile) => {
    expect(keyOfLink(hostile)).toBeNull()
  })

  it('is alone among the arguments, or is none', () => {
    expect(keyOfArguments([link, `keyquay://key/${ID.replace('0', '1')}`])).toBeNull()
    expect(keyOfArguments(['keyquay', '--flag', 'https://example.com'])).toBeNull()
    expect(keyOfArguments([])).toBeNull()
  })

  it('cannot name another home: what the desktop hands over stands after --', () => {
    expect(homeArgument(['keyquay', '--', link, '--home', '/tmp/evil'])).toBeUndefined()
    expect(homeArgument(['keyquay', '--home', '/mine', '--', '--home=/tmp/evil'])).toBe('/mine')
  })

  it('waits until somebody follows it, and comes from the desktop and from a second start', () => {
    const app = Object.assign(new EventEmitter(), { isPackaged: false })
    const links = listenForLinks(app as unknown as App, ['keyquay'])
    const opened: string[] = []
    app.emit('open-url', { preventDefault: () => undefined }, link)
    links.follow((keyId) => opened.push(keyId))
    app.emit('second-instance', {}, ['keyquay', '--', link])
    app.emit('second-instance', {}, ['keyquay', '--', 'keyquay://reveal/all'])
    app.emit('open-url', { preventDefault: () => undefined }, 'keyquay://key/')
    expect(opened).toEqual([ID, ID])
  })
})
