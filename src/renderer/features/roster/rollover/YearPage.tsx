import { WithProgram } from '../WithProgram.tsx'
import { NewYearPage } from './NewYearPage.tsx'

export function YearPage() {
  return <WithProgram>{(program) => <NewYearPage key={program.id} program={program} />}</WithProgram>
}
