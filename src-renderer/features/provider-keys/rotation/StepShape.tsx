import type { StepState } from '../model/rotation-steps'
import classes from './Rotation.module.css'

interface StepShapeProps {
  readonly state: StepState
}

const shapes: Readonly<Record<StepState, string>> = {
  done: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm3.9 5.3 1.1 1.1-6 6-3.5-3.5 1.1-1.1L9 12.200z',
  current:
    'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12zm0 2.800a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400z',
  failed: 'M10 2.500 18.500 17.500H1.500zM9.100 8v4.500h1.800V8zm0 5.600v1.800h1.800v-1.800z',
  ahead: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12z',
  undone: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM6.500 9.100v1.800h7V9.100z'
}

/** A step's state by shape; its colour comes from the step and its word stands beside it. */
export function StepShape({ state }: StepShapeProps) {
  return (
    <svg className={classes.shape} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[state]} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}
