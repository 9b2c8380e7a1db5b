// Draws the tray's icons into resources/icons: `node tools/tray-icons.mjs`. Run it after a change and commit what it drew.
import { mkdirSync, writeFileSync } from 'node:fs'
import { deflateSync, crc32 } from 'node:zlib'

const FOLDER = 'resources/icons'
const OVERSAMPLED = 4
const INK = [138, 143, 152]
/** Status is shape as well as colour: a dot, a triangle, a square, a closed bow. */
const STATUSES = {
  fine: null,
  expiring: { colour: [217, 140, 20], inside: (x, y) => y > -0.8 && Math.abs(x) < (y + 0.8) * 0.55 && y < 0.8 },
  expired: { colour: [214, 69, 65], inside: (x, y) => Math.abs(x) < 0.75 && Math.abs(y) < 0.75 },
  locked: {
    colour: INK,
    inside: (x, y) =>
      (Math.abs(x) < 0.75 && y > -0.1 && y < 0.85) ||
      (Math.hypot(x, y + 0.15) < 0.65 && Math.hypot(x, y + 0.15) > 0.35 && y < 0)
  }
}

mkdirSync(FOLDER, { recursive: true })
for (const [name, badge] of Object.entries(STATUSES)) {
  for (const scale of [1, 2]) {
    const size = 16 * scale
    writeFileSync(`${FOLDER}/tray-${name}${scale === 1 ? '' : '@2x'}.png`, png(size, draw(size, badge, INK)))
    // macOS recolours a template image; it takes the shape alone.
    writeFileSync(
      `${FOLDER}/tray-${name}Template${scale === 1 ? '' : '@2x'}.png`,
      png(size, draw(size, badge, [0, 0, 0], true))
    )
  }
}

/** A key standing upright, and in the corner what it stands with. */
function draw(size, badge, ink, plain = false) {
  const pixels = Buffer.alloc(size * size * 4)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let keyCover = 0
      let badgeCover = 0
      for (let sub = 0; sub < OVERSAMPLED ** 2; sub += 1) {
        const x = ((column + ((sub % OVERSAMPLED) + 0.5) / OVERSAMPLED) / size) * 16
        const y = ((row + (Math.floor(sub / OVERSAMPLED) + 0.5) / OVERSAMPLED) / size) * 16
        const [badgeX, badgeY] = [(x - 12) / 3.6, (y - 12) / 3.6]
        const inBadge = badge !== null && badge.inside(badgeX, badgeY)
        const nearBadge = badge !== null && Math.hypot(badgeX, badgeY) < 1.25
        if (inBadge) badgeCover += 1
        else if (!nearBadge && inKey(x, y)) keyCover += 1
      }
      const samples = OVERSAMPLED ** 2
      const colour = badgeCover > keyCover && !plain ? badge.colour : ink
      const at = (row * size + column) * 4
      pixels.set([...colour, Math.round((255 * (keyCover + badgeCover)) / samples)], at)
    }
  }
  return pixels
}

function inKey(x, y) {
  const bow = Math.hypot(x - 6.5, y - 4.5)
  if (bow < 4 && bow > 1.9) return true
  if (x > 5.4 && x < 7.6 && y > 8 && y < 15.5) return true
  return x >= 7.6 && x < 10 && ((y > 10.2 && y < 12) || (y > 13.4 && y < 15.2))
}

function png(size, pixels) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let row = 0; row < size; row += 1)
    pixels.copy(rows, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(content.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
