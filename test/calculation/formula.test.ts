import { expect, test } from 'vitest'

import {
  add,
  ceiling,
  cell,
  column,
  compare,
  divide,
  either,
  equal,
  type Expression,
  join,
  literal,
  multiply,
  round,
  shareOf,
  subtract,
  sum,
  sumOfColumns,
  text,
  when,
} from '#shared/calculation/expression.ts'
import { type Places, quoteSheet, formulaFor } from '#shared/calculation/formula.ts'
import { shapes } from '#test/calculation/support/personnel.ts'

const byName = new Map(shapes.map((shape) => [shape.name, shape]))
const personnel = byName.get('personnel')!
const letters = Object.fromEntries(personnel.columns.map(({ name }, at) => [name, 'ABCDEFGHIJKLM'[at]!]))

const places: Places = {
  assumptions: {
    sheet: 'Assumptions',
    cells: {
      learners: { address: '$C$5', name: 'Learners' },
      ratio: { address: '$C$6' },
      stipend: { address: '$C$7' },
    },
  },
  caps: { sheet: 'Assumptions', columns: { from: 'B', limit: 'C' }, headerRow: 20, firstRow: 21, lastRow: 23 },
  fringe: { sheet: 'Assumptions', columns: { class: 'B', y1: 'C', y2: 'D' }, headerRow: 30, firstRow: 31, lastRow: 34 },
  personnel: { sheet: 'Personnel', columns: letters, headerRow: 4, firstRow: 5, lastRow: 40 },
  funds: {
    sheet: 'FY 2027',
    columns: { fund: 'A', asked: 'B', effortOfAnn: 'C', perLearner: 'D' },
    headerRow: 1,
    firstRow: 2,
    lastRow: 1,
  },
}

const written = (expression: Expression, table = 'personnel', row = 0) =>
  formulaFor(expression, byName.get(table)!, byName, places)(row)
const computed = (table: string, name: string, kind?: string) => {
  const found = byName.get(table)!.columns.find((column) => column.name === name)!
  return (kind === undefined ? found.computed : found.computedByKind?.[kind])!
}

test('writes formulas that a finance officer can read', () => {
  expect(written(computed('personnel', 'salary', 'capped'), 'personnel', 7)).toBe('ROUND(MIN(F12,I12)*G12*H12/12,2)')
  expect(written(computed('personnel', 'limit'))).toBe('LOOKUP(E5,Assumptions!$B$21:$B$23,Assumptions!$C$21:$C$23)')
  expect(written(computed('personnel', 'rate'))).toBe(
    'INDEX(Assumptions!$C$31:$D$34,MATCH(C5,Assumptions!$B$31:$B$34,0),MATCH(D5,Assumptions!$C$30:$D$30,0))',
  )
  expect(written(computed('funds', 'asked'), 'funds')).toBe('SUMIFS(Personnel!$M$5:$M$40,Personnel!$B$5:$B$40,A2)')
  expect(written(computed('funds', 'perLearner'), 'funds')).toBe(
    'IF(Learners=0,NA(),ROUND(SUM(Personnel!$M$5:$M$40)/Learners,2))',
  )
  expect(written(computed('funds', 'effortOfAnn'), 'funds')).toBe(
    'INDEX(Personnel!$G$5:$G$40,MATCH("Ann",Personnel!$A$5:$A$40,0))',
  )
  expect(written(shareOf(column('total'), column('effort'), column('months')))).toBe('ROUND(M5*G5,2)-ROUND(M5*H5,2)')
  expect(written(sumOfColumns('fringe', 'total', 'name'))).toBe('L5+M5+A5')
  expect(written(sumOfColumns('rate', 'fringe', 'total'))).toBe('SUM(K5:M5)')
})

test('brackets what would otherwise be read differently, and nothing else', () => {
  const [a, b, c] = [column('base'), column('effort'), column('months')]
  expect(written(multiply(add(a, b), c))).toBe('(F5+G5)*H5')
  expect(written(add(multiply(a, b), c))).toBe('F5*G5+H5')
  expect(written(subtract(a, subtract(b, c)))).toBe('F5-(G5-H5)')
  expect(written(subtract(subtract(a, b), c))).toBe('F5-G5-H5')
  expect(written(divide(a, multiply(b, c)))).toBe('IF(G5*H5=0,NA(),F5/(G5*H5))')
  expect(written(divide(divide(a, literal(4)), literal(3)))).toBe('F5/4/3')
  expect(written(add(c, subtract(literal(0, 'money'), add(a, b))))).toBe('H5+(-(F5+G5))')
  expect(written(multiply(a, divide(literal(1), add(b, c)), b))).toBe('F5/(G5+H5)*G5')
  expect(written(multiply(a, literal(-150, 'money')))).toBe('F5*(-1.5)')
  expect(written(join(text('A "quoted" '), add(b, c)))).toBe('"A ""quoted"" "&G5+H5')
  expect(written(when(either(equal(column('name'), text('Ann')), compare(b, '>=', literal(500, 'rate'))), a, c))).toBe(
    'IF(OR(A5="Ann",G5>=0.05),F5,H5)',
  )
})

test('rounds up a quotient of counts as it stands, and clears others of what doubles add', () => {
  expect(written(ceiling(divide(cell('assumptions', 'learners'), cell('assumptions', 'ratio'))), 'assumptions')).toBe(
    'IF($C$6=0,NA(),ROUNDUP(Learners/$C$6,0))',
  )
  expect(written(ceiling(divide(column('months'), column('effort'))))).toBe('IF(G5=0,NA(),ROUNDUP(ROUND(H5/G5,9),0))')
})

test('divides only by what is not 0, and asks nothing where the rule itself says by what', () => {
  const [a, b] = [column('base'), column('effort')]
  expect(written(round(divide(a, b), 'money'))).toBe('IF(G5=0,NA(),ROUND(F5/G5,2))')
  expect(written(round(divide(a, literal(12)), 'money'))).toBe('ROUND(F5/12,2)')
  expect(written(add(divide(a, subtract(b, a)), a))).toBe('IF(G5-F5=0,NA(),F5/(G5-F5))+F5')
})

test('a table without rows sums to nothing and has nothing to find', () => {
  expect(written(sum('funds', 'asked'))).toBe('0')
  expect(written(add(sum('funds', 'asked'), column('base')))).toBe('F5')
  expect(written({ kind: 'lookup', table: 'funds', key: column('fund'), column: 'asked' })).toBe('NA()')
})

test('looks up texts as they stand, without wildcards and comparisons', () => {
  expect(written(sum('personnel', 'total', { fund: text('>5% *new* funds?') }))).toBe(
    'SUMIFS($M$5:$M$40,$B$5:$B$40,"＞5% ＊new＊ funds？")',
  )
})

test('quotes the names of sheets where a formula needs it', () => {
  expect(quoteSheet('Personnel')).toBe('Personnel')
  expect(quoteSheet('FY27')).toBe("'FY27'")
  expect(quoteSheet("Dean's plan")).toBe("'Dean''s plan'")
})

test('takes a column or table without a place for the bug it is', () => {
  expect(() => written(round(column('nowhere'), 'money'))).toThrow('nowhere')
  expect(() => written(sum('nothing', 'total'))).toThrow('nothing')
})
