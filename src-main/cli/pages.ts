/**
 * A list's items, page after page, until one that is not full. While one page is worked on the next two are under way:
 * the store, the dispatcher and this process have each something to do. What one page holds is asked for by itself.
 */
export async function* pagesOf<Item>(
  size: number,
  read: (offset: number) => Promise<readonly Item[]>
): AsyncGenerator<readonly Item[]> {
  const ahead: Promise<readonly Item[]>[] = []
  let asked = 0
  function ask(): void {
    const page = read(asked)
    // What fails is told where its turn comes; after an earlier failure nobody listens any more.
    page.catch(() => undefined)
    ahead.push(page)
    asked += size
  }

  ask()
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    const page = await next
    if (page.length === size) while (ahead.length < PAGES_AHEAD) ask()
    if (page.length > 0) yield page
    if (page.length < size) return
  }
}

const PAGES_AHEAD = 2
