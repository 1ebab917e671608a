import { useMemo } from 'react'
import { useRead } from '#renderer/app/api.ts'
import type { GridColumn } from '#renderer/ui/grid/gridTypes.ts'
import type { Program } from '#shared/program/schema.ts'
import type { Coach, Learner } from '#shared/roster/schema.ts'
import type { RosterSource } from './source.ts'

/** The columns of a roster: what every program has, and what this one added of its own. */
export function useColumns<R extends Learner | Coach>(source: RosterSource<R>, program: Program): GridColumn<R>[] {
  const fields = useRead('roster.listCustomFields', { programId: program.id }).data
  return useMemo(
    () =>
      source.columns(
        program,
        (fields ?? []).filter(({ appliesTo }) => appliesTo === source.kind),
      ),
    [source, program, fields],
  )
}
