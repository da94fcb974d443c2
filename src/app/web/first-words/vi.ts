import nav from 'virtual:nav-words/vi'
import kit from '#platform/web/i18n/vi.json' with { type: 'json' }
import app from '../i18n/vi.json' with { type: 'json' }

/** Words of kit, shell and navigation. */
export default { ...kit, ...app, ...nav }
