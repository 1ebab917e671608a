import type { Condition, Expression } from '#shared/calculation/expression.ts'
import { keyOf, shapeOf, type TableShape } from '#shared/calculation/table.ts'

/** One computed column, or the part of it that rows of one kind make in their own way. */
export interface Step {
  table: TableShape
  column: string
  kind: string | null
  expression: Expression
}

/** The computed columns, those that others need first. A figure that needs itself is refused with the way round. */
export function inOrder(shapes: ReadonlyMap<string, TableShape>): Step[] {
  const steps = [...shapes.values()].flatMap(stepsOf)
  const byColumn = Map.groupBy(steps, (step) => columnName(step.table.name, step.column))
  const done = new Set<Step>()
  const ordered: Step[] = []
  const visit = (step: Step, path: readonly Step[]): void => {
    if (done.has(step)) return
    if (path.includes(step)) {
      const round = [...path.slice(path.indexOf(step)), step].map(({ table, column }) => `${table.name}.${column}`)
      throw new Error(`A figure needs itself: ${round.join(' needs ')}`)
    }
    for (const needed of columnsOf(step, shapes)) {
      const ofOwnKind = needed.own && step.kind !== null
      for (const other of byColumn.get(columnName(needed.table, needed.column)) ?? []) {
        if (!ofOwnKind || other.kind === null || other.kind === step.kind) visit(other, [...path, step])
      }
    }
    done.add(step)
    ordered.push(step)
  }
  for (const step of steps) visit(step, [])
  return ordered
}

function stepsOf(table: TableShape): Step[] {
  return table.columns.flatMap(({ name, computed, computedByKind }) => {
    const byKind = Object.entries(computedByKind ?? {})
    return [
      ...(computed ? [{ table, column: name, kind: null, expression: computed }] : []),
      ...byKind.map(([kind, expression]) => ({ table, column: name, kind, expression })),
    ]
  })
}

export interface Needed {
  table: string
  column: string
  /** Only the value in the same row. */
  own: boolean
}

/** The columns that a step reads. */
export function columnsOf({ table, expression }: Step, shapes: ReadonlyMap<string, TableShape>): Needed[] {
  const needed: Needed[] = []
  const need = (name: string, column: string, own = false): void => void needed.push({ table: name, column, own })
  const needKey = (name: string): void => need(name, keyOf(shapeOf(shapes, name)).name)
  const readCondition = (condition: Condition): void => {
    if (condition.kind !== 'compare') return condition.conditions.forEach(readCondition)
    read(condition.left)
    read(condition.right)
  }
  const read = (part: Expression): void => {
    switch (part.kind) {
      case 'literal':
        return
      case 'column':
        return need(table.name, part.column, true)
      case 'cell':
        return need(part.table, part.column)
      case 'lookup':
        need(part.table, part.column)
        needKey(part.table)
        return read(part.key)
      case 'matrix':
        for (const column of part.columns) need(part.table, column)
        needKey(part.table)
        read(part.row)
        return read(part.heading)
      case 'asOf':
        need(part.table, part.column)
        needKey(part.table)
        return read(part.day)
      case 'sum':
        need(part.table, part.column)
        for (const { column, equals } of part.where) {
          need(part.table, column)
          read(equals)
        }
        return
      case 'round':
      case 'ceiling':
        return read(part.of)
      case 'subtract':
      case 'divide':
        read(part.left)
        return read(part.right)
      case 'if':
        readCondition(part.test)
        read(part.ifTrue)
        return read(part.ifFalse)
      default:
        return part.parts.forEach(read)
    }
  }
  read(expression)
  return needed
}

const columnName = (table: string, column: string): string => `${table}\u0000${column}`
