import type { ImportPreview } from '@contract/model/import'

export type { ImportChoice, ImportFormat, ImportPreview, ImportVerdict } from '@contract/model/import'

/** One entry of the file, without its secret. */
export type ImportItem = ImportPreview['items'][number]
