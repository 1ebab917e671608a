import type { MessagePort } from 'node:worker_threads'
import { planSurvey, previewSurvey, type ReadSurvey, readSurvey } from '#main/features/evaluation/planSurvey.ts'
import { serveAsks } from '#main/jobs/serveAsks.ts'
import type { Reading } from '#main/jobs/tasks.ts'

/** Serves imports of survey exports in a worker, and keeps the file it read last for the next look at it. */
export function serveSurveys(port: MessagePort, reading: Reading): void {
  let survey: ReadSurvey | null = null
  serveAsks<'survey'>(port, ({ task, path, choices, file }) => {
    if (file) survey = readSurvey(file)
    const kept = survey
    if (!kept) throw new Error('The first ask of a worker brings the file.')
    return reading(path, (db): Promise<object> =>
      task === 'previewResponses' ? previewSurvey(db, choices, kept) : planSurvey(db, choices, kept),
    )
  })
}
