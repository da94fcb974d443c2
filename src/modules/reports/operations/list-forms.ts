import { listForms } from '../round-contract.ts'
import { query } from '../store.ts'
import { forms } from '../templates/all.ts'

export default query(listForms, async () => Object.values(forms))
