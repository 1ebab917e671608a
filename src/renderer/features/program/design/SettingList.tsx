import { DrivenLink } from './DrivenLink.tsx'
import type { SettingLine } from './settingLines.ts'
import { SettingLink, SettingValue } from './SettingsTable.tsx'

/** What one answer sets in the rest of the app. */
export function SettingList({ programId, lines }: { programId: string; lines: readonly SettingLine[] }) {
  return (
    <ul className="cd-setting-list">
      {lines.map((line) => (
        <li key={line.name}>
          <SettingLink programId={programId} line={line} />
          {': '}
          <SettingValue line={line} />
          <span className="cd-quiet">
            {'Drives: '}
            <DrivenLink programId={programId} driven={line.drives} />
          </span>
        </li>
      ))}
    </ul>
  )
}
