/** A file system as the operating system lists it: where it is mounted, and its type ("nfs4", "cifs", "ext4"). */
export interface Mount {
  readonly point: string
  readonly type: string
}

export type FolderRisk = 'synced' | 'network'

const networkTypes = /^(nfs\d?|cifs|smb\w*|afpfs|webdav|davfs2?|fuse\.(sshfs|gvfsd-fuse|rclone|s3fs)|9p)$/

// The folders that sync clients make, with the account or company some put behind the name.
const syncedFolders = [
  /^OneDrive( ?- ?.+)?$/i,
  /^Dropbox( \(.+\))?$/i,
  /^iCloud ?Drive$/i,
  /^Mobile Documents$/i,
  /^Google ?Drive(-.+)?$/i,
  /^My Drive$/i,
  /^Box( Sync|-Box)?$/i,
  /^CloudStorage$/i,
]

/**
 * Whether a folder may be written by somebody else behind Coachdesk's back. A sync client copies the data file while it
 * is written, and a network share may lose locks: both damage databases. A network drive under a Windows drive letter
 * looks like a disk and is not found.
 */
export function folderRisk(folder: string, mounts: readonly Mount[] = []): FolderRisk | null {
  if (/^(\\\\|\/\/)(?![?.][\\/])/.test(folder) || /^\\\\\?\\UNC\\/i.test(folder)) return 'network'
  if (folder.split(/[\\/]/).some((part) => syncedFolders.some((name) => name.test(part)))) return 'synced'
  const holds = ({ point }: Mount) => point === '/' || folder === point || folder.startsWith(`${point}/`)
  const mount = mounts.filter(holds).toSorted((a, b) => b.point.length - a.point.length)[0]
  return mount && networkTypes.test(mount.type) ? 'network' : null
}

/** Reads /proc/mounts, where a space in a path is written `\040`. */
export function parseMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ')
    if (point === undefined || type === undefined) return []
    return [
      { point: point.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCodePoint(parseInt(code, 8))), type },
    ]
  })
}
