/** What is seen of a long list of rows of one height. Lengths in CSS pixels. */
export interface Look {
  readonly total: number
  readonly rowHeight: number
  readonly viewHeight: number
  readonly scrollTop: number
}

export interface RowsInView {
  readonly first: number
  readonly last: number
  /** Where row `first` begins, measured from the top of what is seen; zero or less. */
  readonly offset: number
}

// Chromium draws nothing taller than 33,554,432 pixels.
const TALLEST = 33_000_000

/** How tall the scrolled body is. Past what a browser can draw one pixel of the scroll bar stands for several. */
export function bodyHeight({ total, rowHeight }: Pick<Look, 'total' | 'rowHeight'>): number {
  return Math.min(TALLEST, total * rowHeight)
}

export function rowsInView(look: Look): RowsInView {
  const { total, rowHeight, viewHeight } = look
  const top = Math.min(look.scrollTop * scaleOf(look), Math.max(0, total * rowHeight - viewHeight))
  const first = Math.max(0, Math.floor(top / rowHeight))
  const last = Math.min(total - 1, Math.ceil((top + viewHeight) / rowHeight) - 1)
  return { first, last: Math.max(first, last), offset: first * rowHeight - top }
}

/** Where to scroll so that a row is wholly seen; the present place when it is already. */
export function scrollTopFor(look: Look, row: number): number {
  const { rowHeight, viewHeight } = look
  const top = look.scrollTop * scaleOf(look)
  const start = row * rowHeight
  const end = start + rowHeight
  if (start < top) return start / scaleOf(look)
  if (end > top + viewHeight) return (end - viewHeight) / scaleOf(look)
  return look.scrollTop
}

/** How many pixels of rows one pixel of scrolling stands for. */
function scaleOf(look: Look): number {
  const drawn = bodyHeight(look) - look.viewHeight
  const whole = look.total * look.rowHeight - look.viewHeight
  return drawn <= 0 || whole <= drawn ? 1 : whole / drawn
}
