import type { Catalog } from '#platform/i18n/messages.ts'

const files = import.meta.glob<Catalog>('../../../core/*/i18n/en.json', { import: 'default', eager: true })

/** Words of every core module. */
export default Object.assign({}, ...Object.values(files)) as Catalog
