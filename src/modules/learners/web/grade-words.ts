import { useWords } from '#platform/web/words.ts'
import type { MessageKey } from '#platform/i18n/messages.ts'

const BY_AGE = ['nursery', 'age3', 'age4', 'age5']

/** Names of grades: `Khối 6`, `Mẫu giáo 5–6 tuổi`. */
export function useGradeName(): (grade: string) => string {
  const { t } = useWords()
  return (grade) => (grade === '' ? '' : BY_AGE.includes(grade) ? t(`learners.grade_${grade}` as MessageKey) : t('learners.grade_number', { grade }))
}
