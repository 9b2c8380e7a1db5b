import type { KeyViewFields, SavedKeyView } from '@contract/model/key-views'
import { client } from '../../../client/client'
import { useKeyList } from '../../../stores/key-list-store'
import { useKeyTable, usualColumns } from '../../../stores/key-table-store'
import { useUi } from '../../../stores/ui-store'
import { useViews } from '../../../stores/views-store'
import { texts } from '../../../texts/texts'
import { showToast } from '../../../ui/toasts'
import { attempt } from '../attempt'

/** Shows a saved view: its keys, and as much of them as was shown when it was saved. */
export function openView({ id, fields }: SavedKeyView): void {
  const { filter, sort, group, columns } = fields
  useUi.getState().goTo('keys')
  useKeyList.getState().setView(filter, { sort, group, columns: columns.length === 0 ? usualColumns : columns })
  useViews.getState().open(id)
}

/** What the list shows now, under a name. */
export function viewAsNow(name: string): KeyViewFields {
  const { filter } = useKeyList.getState()
  const { sort, group, columns } = useKeyTable.getState()
  return {
    name,
    filter: {
      ...filter,
      providers: [...filter.providers],
      environments: [...filter.environments],
      projects: [...filter.projects],
      tags: [...filter.tags],
      statuses: [...filter.statuses]
    },
    sort,
    group,
    columns: [...columns]
  }
}

/** Whether the list still is as the view has it. */
export function isAsSaved(fields: KeyViewFields): boolean {
  const { columns, ...now } = viewAsNow(fields.name)
  const { columns: kept, ...saved } = fields
  const shown = kept.length === 0 ? usualColumns : kept
  return same(now, saved) && same([...columns].sort(), [...shown].sort())
}

/** Keeps what the list shows as a new view. Throws what `views.save` does. */
export async function saveView(name: string): Promise<void> {
  const { id } = await client.call('views.save', { id: null, fields: viewAsNow(name) })
  useViews.getState().refresh()
  useViews.getState().open(id)
  showToast(texts.t('keys.views.saved', { name }))
}

/** Has a view show from now on what the list shows. */
export function updateView({ id, fields }: SavedKeyView): Promise<void> {
  return attempt(async () => {
    await client.call('views.save', { id, fields: viewAsNow(fields.name) })
    showToast(texts.t('keys.views.updated', { name: fields.name }), undoOf({ id, fields }))
  })
}

/** Gives a view another name. Throws what `views.save` does. */
export async function renameView(view: SavedKeyView, name: string): Promise<void> {
  await client.call('views.save', { id: view.id, fields: { ...view.fields, name } })
  showToast(texts.t('keys.views.renamed', { name }), undoOf(view))
}

export function removeView({ id, fields }: SavedKeyView): Promise<void> {
  return attempt(async () => {
    await client.call('views.remove', { id })
    if (useViews.getState().openId === id) useViews.getState().open(null)
    showToast(texts.t('keys.views.removed', { name: fields.name }), {
      label: texts.t('common.undo'),
      run: () => {
        void attempt(async () => {
          await client.call('views.save', { id: null, fields })
        })
      }
    })
  })
}

function undoOf({ id, fields }: SavedKeyView): { label: string; run: () => void } {
  return {
    label: texts.t('common.undo'),
    run: () => {
      void attempt(async () => {
        await client.call('views.save', { id, fields })
      })
    }
  }
}

/** Fields of equal content, whatever their order. */
function same(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other)
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )
}
