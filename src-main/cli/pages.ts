export interface Paging {
  readonly size: number
  /**
   * How many pages are under way while one is worked on. With two the store, the dispatcher and this process have each
   * something to do; but the agent cuts off who leaves 32 MiB unread, so only pages that cannot grow so large take two.
   */
  readonly ahead: 1 | 2
}

/** A list's items, page after page, until one that is not full. What one page holds is asked for by itself. */
export async function* pagesOf<Item>(
  { size, ahead }: Paging,
  read: (offset: number) => Promise<readonly Item[]>
): AsyncGenerator<readonly Item[]> {
  const underWay: Promise<readonly Item[]>[] = []
  let asked = 0
  function ask(): void {
    const page = read(asked)
    // What fails is told where its turn comes; after an earlier failure nobody listens any more.
    page.catch(() => undefined)
    underWay.push(page)
    asked += size
  }

  ask()
  for (let next = underWay.shift(); next !== undefined; next = underWay.shift()) {
    const page = await next
    if (page.length === size) while (underWay.length < ahead) ask()
    if (page.length > 0) yield page
    if (page.length < size) return
  }
}
