import type { Section } from '@songhanh/vanban/model'
import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Button } from '#platform/web/button.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { fromLines, toLines } from '../model/section-text.ts'

interface SectionFieldsProps {
  sections: readonly Section[]
  onChange: (sections: readonly Section[]) => void
}

/** The tree of sections: a heading a line, which opens to be changed. */
export function SectionFields({ sections, onChange }: SectionFieldsProps) {
  const { t } = useWords()
  return (
    <section className="card stack">
      <h2>{t('documents.sections', { n: sections.length })}</h2>
      {sections.length === 0 && <p className="hint">{t('documents.section_empty')}</p>}
      <SectionList sections={sections} depth={1} onChange={onChange} />
      <div>
        <Button kind="secondary" small icon="plus" label="documents.section_add" onClick={() => onChange([...sections, newSection(1)])} />
      </div>
    </section>
  )
}

function newSection(depth: number): Section {
  return { label: null, title: '', kind: 'other', depth, items: [], children: [] }
}

function SectionList({ sections, onChange }: SectionFieldsProps & { depth: number }) {
  const replace = (at: number, section: Section | null) => onChange(section ? sections.map((own, index) => (index === at ? section : own)) : sections.filter((_, index) => index !== at))
  return (
    <div className="stack stack-tight">
      {sections.map((section, index) => (
        <SectionEntry key={index} section={section} onChange={(changed) => replace(index, changed)} />
      ))}
    </div>
  )
}

function SectionEntry({ section, onChange }: { section: Section; onChange: (section: Section | null) => void }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(section.title === '' && section.items.length === 0)
  const label = section.label ?? t('documents.section_unnamed')
  return (
    <details className="section-entry" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{section.label}</strong> {section.title || (section.items[0] && 'text' in section.items[0] ? section.items[0].text : '')}
      </summary>
      {isOpen && (
        <div className="stack stack-tight section-form">
          <div className="field-row">
            <TextInput label="documents.section_label" value={section.label ?? ''} onChange={(value) => onChange({ ...section, label: value || null })} maxLength={30} />
            <AutoText rows={1} label={['documents.section_title', { label }]} value={section.title} onChange={(title) => onChange({ ...section, title })} />
          </div>
          <SectionLines section={section} onChange={onChange} />
          <SectionList sections={section.children} depth={section.depth + 1} onChange={(children) => onChange({ ...section, children })} />
          <div className="row">
            <Button kind="ghost" small icon="plus" label="documents.section_add_child" onClick={() => onChange({ ...section, children: [...section.children, newSection(section.depth + 1)] })} />
            <Button kind="ghost-danger" small icon="trash" label={['documents.section_remove', { label }]} onClick={() => onChange(null)} />
          </div>
        </div>
      )}
    </details>
  )
}

/** Typed as lines; what they stand for is made when one leaves the box, so that half-typed markers do not jump. */
function SectionLines({ section, onChange }: { section: Section; onChange: (section: Section) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const label = section.label ?? t('documents.section_unnamed')
  const tables = section.items.filter((item) => 'table' in item)
  return (
    <>
      <AutoText
        label={['documents.section_text', { label }]}
        hint="documents.section_text_hint"
        optional
        value={typed ?? toLines(section.items)}
        onChange={(value) => {
          setTyped(value)
          onChange({ ...section, items: fromLines(value, section.items) })
        }}
        onBlur={() => setTyped(null)}
      />
      {tables.map((item, index) => (
        <p key={index} className="hint">
          ⟦{index + 1}⟧ {t('documents.section_table', { rows: 'table' in item ? item.table.rows.length : 0 })}
        </p>
      ))}
    </>
  )
}
