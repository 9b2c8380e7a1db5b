import { client } from '../../../client/client'
import { useResource, type Resource } from '../../../stores/use-resource'
import { knownFiles, type KnownFile } from './known-files'

// Each project is read from disk; nobody chooses among more than these.
const MOST_PROJECTS = 12

/** The files a key can be written to without a dialog. */
export function useKnownFiles(): Resource<readonly KnownFile[]> {
  return useResource(0, load)
}

async function load(): Promise<readonly KnownFile[]> {
  const [bindings, projects] = await Promise.all([client.call('env.bindings', {}), client.call('projects.list', {})])
  const read = await Promise.allSettled(
    projects.items
      .slice(0, MOST_PROJECTS)
      .map(async (project) => ({ project, contents: await client.call('projects.contents', { id: project.id }) }))
  )
  // A folder that is gone has no files to offer.
  const folders = read.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  return knownFiles(bindings.items, folders)
}
