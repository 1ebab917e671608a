import './Tabs.css'
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export interface TabsProps<T extends string> {
  label: string
  tabs: readonly { id: T; label: string; count?: number; content: ReactNode }[]
  selected: T
  onSelect: (id: T) => void
}

/** The parts of a page. The selected one belongs in the URL, so it is held by the caller. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  return (
    <AriaTabs
      className="cd-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key)
        if (tab) onSelect(tab.id)
      }}
    >
      <TabList className="cd-tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="cd-tab">
            {tab.label}
            {tab.count !== undefined && <span className="cd-tab-count">{tab.count.toLocaleString('en-US')}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="cd-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
