import { useDialogs } from '#renderer/app/dialogs.ts'
import { keysHere, localShortcuts, shortcuts } from '#renderer/app/shortcuts.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'

/** The map of keys. */
export function KeysDialog() {
  const { shown, show } = useDialogs()
  const groups = [{ title: 'Anywhere', shortcuts: Object.values(shortcuts) }, ...localShortcuts]
  return (
    <Dialog title="Keyboard" width="medium" isOpen={shown === 'keys'} onClose={() => show(null)}>
      <div className="cd-keys">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ keys, label }) => (
                <div key={`${keys} ${label}`}>
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keysHere(keys)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
