import { useEnv } from '../../../stores/env-store'
import { ScanView } from '../scan/ScanView'
import { ProjectDetails } from './ProjectDetails'
import { ProjectList } from './ProjectList'

export function ProjectsScreen() {
  const scan = useEnv((state) => state.scan)
  const open = useEnv((state) => state.projects?.find(({ id }) => id === state.openId))
  if (scan !== null) return <ScanView scan={scan} />
  return open === undefined ? <ProjectList /> : <ProjectDetails key={open.id} project={open} />
}
