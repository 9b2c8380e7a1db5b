/** The same texts in another language: every key of the first one, and no other. */
export type Catalogue<Texts> = {
  readonly [Name in keyof Texts]: Texts[Name] extends string ? string : Catalogue<Texts[Name]>
}
