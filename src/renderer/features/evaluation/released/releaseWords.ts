import type { Release } from '#shared/evaluation/schema.ts'
import { audienceLabels } from '#shared/program/design/audiences.ts'

const whatLabels: Record<Release['what'], string> = { outcomes: 'Workbook', brief: 'Brief' }

/** "Workbook for the dean" */
export const releaseName = ({ what, audience }: Release): string =>
  `${whatLabels[what]} for the ${audienceLabels[audience].toLowerCase()}`
