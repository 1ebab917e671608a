import { Link } from '@tanstack/react-router'
import { CircleAlert, HardDrive, User } from 'lucide-react'
import { Button } from 'react-aria-components'
import { ago } from '#renderer/app/ago.ts'
import { useDialogs } from '#renderer/app/dialogs.ts'
import { useNow } from '#renderer/app/useNow.ts'
import { useWorkspaceInfo } from '#renderer/app/useWorkspace.ts'
import { fileWarnings } from '#renderer/app/words.ts'
import type { OpenFile } from '#shared/workspace/schema.ts'

/** The data file, its last backup, who is "you", and the version. */
export function StatusBar() {
  const info = useWorkspaceInfo()
  const { show } = useDialogs()
  if (!info) return <footer className="cd-statusbar" />
  return (
    <footer className="cd-statusbar">
      {info.file ? <FileStatus file={info.file} /> : <span>No data file is open</span>}
      <span className="cd-statusbar-gap" />
      <Button className="cd-statusbar-item" onPress={() => show('actor')}>
        <User size={12} aria-hidden />
        <span className="cd-visually-hidden">Change your name: </span>
        <span className="cd-statusbar-name">{info.actor}</span>
      </Button>
      <span className="cd-statusbar-whole">Coachdesk {info.version}</span>
    </footer>
  )
}

function FileStatus({ file }: { file: OpenFile }) {
  const now = useNow()
  return (
    <>
      <Link to="/data" search={{ tab: 'files' }} className="cd-statusbar-item">
        <HardDrive size={12} aria-hidden />
        <span className="cd-statusbar-name">
          <b>{file.name}</b> in {file.folder}
        </span>
      </Link>
      {file.warning && (
        <span className="cd-statusbar-warning">
          <CircleAlert size={12} aria-hidden />
          {fileWarnings[file.warning].short}
        </span>
      )}
      <Link to="/data" search={{ tab: 'backups' }} className="cd-statusbar-item cd-statusbar-whole">
        {file.lastBackupAt ? `Backed up ${ago(file.lastBackupAt, now)}` : 'Not backed up yet'}
      </Link>
    </>
  )
}
