import { useState } from 'react'
import { AutoText } from '#platform/web/auto-text.tsx'
import { Checkbox } from '#platform/web/checkbox.tsx'
import { Combobox } from '#platform/web/combobox.tsx'
import { ComboboxMany } from '#platform/web/combobox-many.tsx'
import { DateInput } from '#platform/web/date-input.tsx'
import { FileDrop } from '#platform/web/file-drop.tsx'
import { NumberInput } from '#platform/web/number-input.tsx'
import { PasswordInput } from '#platform/web/password-input.tsx'
import { RadioCards } from '#platform/web/radio-cards.tsx'
import { Select } from '#platform/web/select.tsx'
import { TextInput } from '#platform/web/text-input.tsx'
import { useWords } from '#platform/web/words.ts'
import { owners } from './sample.ts'

const LONG = 'Tọa đàm Ngày Phụ nữ Việt Nam 20/10 gắn với chia sẻ kinh nghiệm lãnh đạo của cán bộ nữ; mời cựu học sinh đang làm quản lý ở doanh nghiệp và cơ quan nhà nước trên địa bàn.'

export function Fields() {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [text, setText] = useState(LONG)
  const [due, setDue] = useState<string | null>('2026-10-20')
  const [money, setMoney] = useState<number | null>(12500000)
  const [kind, setKind] = useState<'primary' | 'secondary' | ''>('')
  const [owner, setOwner] = useState<string | null>('Công đoàn')
  const [partners, setPartners] = useState(['Đoàn trường', 'Tổ Ngữ văn'])
  const [isAgreed, setAgreed] = useState(true)
  const [start, setStart] = useState<'last_year' | 'template' | null>('last_year')
  const [password, setPassword] = useState('bốn từ không liên quan')
  return (
    <section className="stack">
      <h2>{t('sample.fields')}</h2>
      <div className="card stack">
        <TextInput label="sample.name" hint="sample.name_hint" error={name ? null : 'sample.name_missing'} value={name} onChange={setName} />
        <AutoText label="sample.text" optional value={text} onChange={setText} />
        <div className="row">
          <div className="grow">
            <Combobox label="sample.owner" value={owner} onChange={setOwner} choices={owners} />
          </div>
          <div className="grow">
            <DateInput label="sample.due" value={due} onChange={setDue} assumedYear={2026} min="2026-01-01" max="2026-12-31" />
          </div>
          <div className="grow">
            <Select
              label="sample.kind"
              value={kind}
              onChange={setKind}
              empty="kit.choose"
              choices={[
                { value: 'primary', label: 'sample.primary' },
                { value: 'secondary', label: 'sample.secondary' },
              ]}
            />
          </div>
          <div className="grow">
            <NumberInput label="sample.money" value={money} onChange={setMoney} min={0} unit="đồng" />
          </div>
        </div>
        <ComboboxMany label="sample.partners" optional values={partners} onChange={setPartners} choices={owners} />
        <RadioCards
          legend="sample.start"
          value={start}
          onChange={setStart}
          choices={[
            { value: 'last_year', label: 'sample.start_last_year', hint: 'sample.start_last_year_hint' },
            { value: 'template', label: 'sample.start_template', hint: 'sample.start_template_hint' },
          ]}
        />
        <Checkbox label="sample.consent" hint="sample.consent_hint" checked={isAgreed} onChange={setAgreed} />
        <PasswordInput label="sample.password" value={password} onChange={setPassword} autoComplete="new-password" />
        <FileDrop label="sample.file" accept={['.docx', '.pdf', '.txt']} maxBytes={50 * 1024 * 1024} onFiles={() => undefined} />
        <FileDrop label="sample.file" accept={['.docx']} maxBytes={50 * 1024 * 1024} onFiles={() => undefined} sending={{ name: 'KH45.docx', share: 0.4 }} />
      </div>
    </section>
  )
}
