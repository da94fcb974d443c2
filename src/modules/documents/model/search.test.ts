import { describe, expect, it } from 'vitest'
import { searchOf } from './search.ts'

describe('a search', () => {
  it('wants every word, the last one unfinished', () => {
    expect(searchOf('ke hoach binh')).toEqual({ words: 'ke & hoach & binh:*', number: null })
  })

  it('takes what begins like a number for a number as well', () => {
    expect(searchOf('05/kh-tht')).toEqual({ words: '05 & kh & tht:*', number: '5/kh-tht' })
  })

  it.each(["!!! & | ( ) : * '", '   ', ''])('of signs alone looks for nothing: “%s”', (typed) => {
    expect(searchOf(typed)).toEqual({ words: null, number: null })
  })
})
