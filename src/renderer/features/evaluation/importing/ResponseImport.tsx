import './importing.css'
import { useClient } from '#renderer/app/api.ts'
import { FileImport } from '#renderer/app/import/FileImport.tsx'
import { useDone } from '#renderer/app/useDone.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import { count } from '#shared/kernel/text.ts'
import { useEvaluationSearch } from '../useEvaluationSearch.ts'
import { ResponsePreviewPart } from './ResponsePreviewPart.tsx'
import { useResponseImport } from './useResponseImport.ts'

/** Brings the export of a survey tool in: the file, what it would add, then one step that can be undone. */
export function ResponseImport({ programId, onClose }: { programId: Id; onClose: () => void }) {
  const survey = useResponseImport(programId)
  const { preview, problem } = survey
  const client = useClient()
  const { showWave } = useEvaluationSearch()
  const done = useDone()
  const apply = async (): Promise<void> => {
    const result = await survey.apply()
    if (!result) return
    const waves = await client.call('evaluation.listAdministrations', { programId })
    onClose()
    const wave = waves.find(({ id }) => id === result.administrationId)
    if (wave) showWave(wave)
    await done(`Imported ${count(result.counts.create + result.counts.update, 'response')}`)
  }
  return (
    <>
      <PageHeader
        title="Import responses"
        summary={preview ? `From ${preview.file}` : 'The export of the survey tool, as it came'}
        actions={
          <>
            {(preview || problem) && <Button onPress={survey.restart}>Choose another file</Button>}
            <Button onPress={onClose}>Cancel import</Button>
          </>
        }
      />
      <FileImport
        file={survey}
        hint="Qualtrics, REDCap, Google Forms, Microsoft Forms or a plain sheet with one row for each response. Location and IP address are never stored. The same file can be imported again: nothing is counted twice."
      >
        {(shown) => (
          <ResponsePreviewPart
            programId={programId}
            preview={shown}
            reading={survey.reading}
            isBusy={survey.running !== null}
            onReading={(how) => void survey.readAgain(how)}
            onImport={() => void apply()}
          />
        )}
      </FileImport>
    </>
  )
}
