import { WithProgram } from '../WithProgram.tsx'
import { ImportWizard } from './ImportWizard.tsx'

export function ImportPage() {
  return <WithProgram>{(program) => <ImportWizard key={program.id} program={program} />}</WithProgram>
}
