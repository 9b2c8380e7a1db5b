export { Note as Caution } from '../../../ui/Note'
