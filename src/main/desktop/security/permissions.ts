/** What a page may ask of the system, and why it gets it or not. What is not listed is denied. */
const permissions: Readonly<Record<string, { allow: boolean; why: string }>> = {
  'clipboard-sanitized-write': { allow: true, why: 'a block of cells is copied to Excel' },
  'clipboard-read': { allow: false, why: 'a paste arrives with its event; reading unasked would see other programs' },
  'deprecated-sync-clipboard-read': { allow: false, why: 'as clipboard-read' },
  'display-capture': { allow: false, why: 'nothing records the screen' },
  fileSystem: { allow: false, why: 'files come and go through the main process' },
  fullscreen: { allow: false, why: 'the window menu does this' },
  geolocation: { allow: false, why: 'a site is a name, not a place on the globe' },
  hid: { allow: false, why: 'no devices' },
  'idle-detection': { allow: false, why: 'nobody is watched' },
  keyboardLock: { allow: false, why: 'the keys of the system stay with the system' },
  media: { allow: false, why: 'no camera, no microphone' },
  mediaKeySystem: { allow: false, why: 'no protected media' },
  midi: { allow: false, why: 'no devices' },
  midiSysex: { allow: false, why: 'no devices' },
  notifications: { allow: false, why: 'what is due is on the home screen' },
  openExternal: { allow: false, why: 'links leave by externalUrl only' },
  pointerLock: { allow: false, why: 'not a game' },
  serial: { allow: false, why: 'no devices' },
  'speaker-selection': { allow: false, why: 'no sound' },
  'storage-access': { allow: false, why: 'no other origin is loaded' },
  'top-level-storage-access': { allow: false, why: 'no other origin is loaded' },
  unknown: { allow: false, why: 'what has no name cannot be judged' },
  usb: { allow: false, why: 'no devices' },
  'window-management': { allow: false, why: 'the window manages itself' },
}

/** Whether a page may do what it asks: listed as allowed, and asked by a sender that is trusted. */
export function isPermitted(permission: string, trusted: boolean): boolean {
  return trusted && Object.hasOwn(permissions, permission) && permissions[permission]?.allow === true
}
