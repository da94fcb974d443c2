import type { DocumentModel, Item, Section, TextItem } from '@songhanh/vanban/model'
import { useWords } from '#platform/web/words.ts'

/** The content as it is read, in the order of the page. */
export function ReadingText({ reading, subject }: { reading: DocumentModel; subject: string }) {
  const { t } = useWords()
  return (
    <article className="card reading">
      <h2>{subject || t('documents.untitled')}</h2>
      {reading.preamble.map((basis, index) => (
        <p key={index}>
          <em>{basis}</em>
        </p>
      ))}
      {reading.lead !== null && <p>{reading.lead}</p>}
      {reading.situation?.map((paragraph, index) => <p key={index}>{paragraph}</p>)}
      {reading.sections.map((section, index) => (
        <SectionText key={index} section={section} />
      ))}
      {reading.closing !== null && <p>{reading.closing}</p>}
      {(reading.recipients.length > 0 || reading.signer !== null) && <h3>{t('documents.signature')}</h3>}
      {reading.recipients.length > 0 && (
        <ul className="plain-list">
          {reading.recipients.map((recipient, index) => (
            <li key={index}>{recipient}</li>
          ))}
        </ul>
      )}
      {reading.signer !== null && <p>{[reading.signer.authority, reading.signer.position, reading.signer.name].filter((part) => part !== null).join(' · ')}</p>}
    </article>
  )
}

function SectionText({ section }: { section: Section }) {
  const heading = [section.label, section.title].filter((part) => part !== null && part !== '').join('. ')
  return (
    <section className="reading-section">
      {heading !== '' && <h3>{heading}</h3>}
      {section.leadIns?.map((sentence, index) => <p key={index}>{sentence}</p>)}
      {section.items.map((item, index) => (
        <ItemText key={index} item={item} />
      ))}
      {section.children.map((child, index) => (
        <SectionText key={index} section={child} />
      ))}
    </section>
  )
}

function ItemText({ item }: { item: Item }) {
  const { t } = useWords()
  if (!('table' in item)) return <LineText item={item} />
  const { head, rows } = item.table
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={t('documents.table')} tabIndex={0}>
      <table className="table">
        <thead>
          {head.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <th key={at} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LineText({ item }: { item: TextItem }) {
  return (
    <div className="reading-line">
      <p>
        {item.marker !== null && `${item.marker} `}
        {item.text}
      </p>
      {item.items.map((own, index) => (
        <LineText key={index} item={own} />
      ))}
    </div>
  )
}
