import { searchUnits } from '../contract.ts'
import { query } from '../handle.ts'
import { readPlace, writePlace } from '../model/page-place.ts'
import { searchTerms, wordsOf } from '../model/search-terms.ts'
import { findUnits } from '../search-store.ts'

export default query(searchUnits, async (ctx, { text, closed, after, day = ctx.today, limit, ...filters }) => {
  const { units, next } = await findUnits(ctx.tx, {
    ...filters,
    phrase: wordsOf(text).join(' '),
    terms: searchTerms(text),
    code: text || null,
    day,
    withClosed: closed,
    after: readPlace(after),
    limit,
  })
  return { units, next: writePlace(next) }
})
