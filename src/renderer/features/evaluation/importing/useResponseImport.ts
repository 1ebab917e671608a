import { useFileImport } from '#renderer/app/import/useFileImport.ts'
import type { ResponseImportOptions } from '#shared/evaluation/responsesSchema.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** How the file is read: what somebody said about its instrument, its wave and its columns. */
export type ResponseReading = Partial<Omit<ResponseImportOptions, 'handle' | 'programId'>>

/** A survey export from file to figures. */
export function useResponseImport(programId: Id) {
  return useFileImport({
    preview: 'evaluation.previewResponses',
    apply: 'evaluation.applyResponses',
    first: {},
    input: (handle, reading: ResponseReading) => ({ handle, programId, ...reading }),
  })
}
