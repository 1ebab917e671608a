import type { Coach, Learner } from '#shared/roster/schema.ts'

export const isLearner = (row: Learner | Coach): row is Learner => 'level' in row
