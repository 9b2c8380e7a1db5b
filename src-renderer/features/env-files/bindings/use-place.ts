import type { Binding } from '@contract/model/env'
import { useEnv } from '../../../stores/env-store'

/** Where a binding's file is, as people say it: from its project's name on. */
export function usePlace({ path, projectId }: Pick<Binding, 'path' | 'projectId'>): string {
  const project = useEnv((state) => state.projects?.find(({ id }) => id === projectId)?.name)
  return project === undefined ? path : `${project}/${path}`
}
