/** Opens a page in the person's browser. */
export interface Links {
  /** Opens `url` if its origin is on the reviewed list and answers whether it did. */
  open(url: string): Promise<boolean>
  /** Opens a page that a connector's manifest names: https, no user name or password. Answers whether it did. */
  openProvider(url: string): Promise<boolean>
}
