import { findAreas } from '../area-store.ts'
import { searchAreas } from '../contract.ts'
import { query } from '../handle.ts'
import { searchTerms } from '../model/search-terms.ts'

export default query(searchAreas, async (ctx, { text, day = ctx.today, ...rest }) => {
  const terms = searchTerms(text)
  return { areas: terms ? await findAreas(ctx.tx, { ...rest, terms, day }) : [] }
})
