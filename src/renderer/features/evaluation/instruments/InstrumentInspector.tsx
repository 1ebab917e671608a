import { Copy, FileBadge, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/form/Select.tsx'
import { Inspector } from '#renderer/ui/Inspector.tsx'
import { StatusDot } from '#renderer/ui/StatusDot.tsx'
import type { ListedInstrument } from '#shared/evaluation/instrumentSchema.ts'
import { count } from '#shared/kernel/text.ts'
import { respondentLabels } from '#shared/program/design/assessment.ts'
import type { EditorTask } from './editorTask.ts'
import { LicenceDialog } from './LicenceDialog.tsx'
import { ReadItems } from './ReadItems.tsx'
import { ReadSubscales } from './ReadSubscales.tsx'
import { aboutLabels, classLabels, classNotes, isLicensed, licenceWords, originWords } from './words.ts'

interface Props {
  /** Of one instrument, the newest first. */
  versions: readonly ListedInstrument[]
  onEdit: (task: EditorTask) => void
  onClose: () => void
}

/** Everything known of an instrument in one of its versions, and what can be done with it. */
export function InstrumentInspector({ versions, onEdit, onClose }: Props) {
  const newest = versions[0]!
  const [asked, setAsked] = useState<number | null>(null)
  const [isLicenceOpen, setLicenceOpen] = useState(false)
  const read = versions.find(({ version }) => version === asked) ?? newest
  return (
    <Inspector title={newest.name} subtitle={originWords[read.origin]} onClose={onClose}>
      <div className="cd-instrument">
        <div className="cd-wave-actions">
          {!isLicensed(newest) && (
            <Button icon={Pencil} onPress={() => onEdit({ kind: 'change', source: newest })}>
              Edit…
            </Button>
          )}
          <Button icon={Copy} onPress={() => onEdit({ kind: 'copy', source: read })}>
            Make own copy…
          </Button>
          <Button kind="quiet" icon={FileBadge} onPress={() => setLicenceOpen(true)}>
            Licence…
          </Button>
        </div>
        <Select
          label="Version"
          choices={versions.map(({ version, waves }) => ({
            id: String(version),
            label: version === newest.version ? `${version}, the newest` : String(version),
            description: waves.length === 0 ? 'No waves' : count(waves.length, 'wave'),
          }))}
          value={String(read.version)}
          onChange={(version) => setAsked(Number(version))}
        />
        <Facts instrument={read} />
        <Held instrument={read} />
        <LicenceFacts instrument={newest} />
        <ReadItems instrument={read} />
        <ReadSubscales instrument={read} />
        {read.notes.length > 0 && (
          <section>
            <h3>To know</h3>
            <ul className="cd-instrument-notes">
              {read.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {isLicenceOpen && <LicenceDialog instrument={newest} onClose={() => setLicenceOpen(false)} />}
    </Inspector>
  )
}

function Facts({
  instrument: { respondents, about, dataClass, monitoringDuty, key },
}: {
  instrument: ListedInstrument
}) {
  return (
    <dl className="cd-instrument-facts">
      <dt>Who answers</dt>
      <dd>{respondentLabels[respondents]}</dd>
      <dt>About</dt>
      <dd>{aboutLabels[about]}</dd>
      <dt>Asks for</dt>
      <dd>
        {classLabels[dataClass]}
        <small>{classNotes[dataClass]}</small>
      </dd>
      {monitoringDuty !== '' && (
        <>
          <dt>Watch for</dt>
          <dd>{monitoringDuty}</dd>
        </>
      )}
      <dt>Key</dt>
      <dd>{key}</dd>
    </dl>
  )
}

function Held({ instrument: { version, waves } }: { instrument: ListedInstrument }) {
  return (
    <section>
      <h3>Waves</h3>
      {waves.length === 0 ? (
        <p className="cd-quiet">{`No wave was held with version ${version}.`}</p>
      ) : (
        <>
          <p>{`${count(waves.length, 'wave')} held with version ${version}:`}</p>
          <ul>
            {waves.map(({ program, name }) => (
              <li key={`${program} ${name}`}>{`${name}, ${program}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function LicenceFacts({ instrument }: { instrument: ListedInstrument }) {
  const today = useWorkspaceInfo()?.today
  const { holder, terms, source } = instrument.licence
  const standing = today && licenceWords(instrument.licence, today)
  return (
    <section>
      <h3>Licence</h3>
      {standing && (
        <p>{standing.tone === 'needs' ? <StatusDot tone="needs">{standing.words}</StatusDot> : standing.words}</p>
      )}
      {holder !== '' && <p>{`Held by: ${holder}`}</p>}
      {terms !== '' && <p>{terms}</p>}
      {source !== '' && <p className="cd-instrument-source">{`Source: ${source}`}</p>}
      {isLicensed(instrument) && (
        <p className="cd-instrument-source">
          Only the structure and the scoring rule are here, because the wording belongs to the holder. They stay as the
          holder has them; an own copy can be changed, under the same licence.
        </p>
      )}
    </section>
  )
}
