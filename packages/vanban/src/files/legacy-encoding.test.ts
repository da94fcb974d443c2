import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodingOfFont, encodingOfLetters, legacyToUnicode } from './legacy-encoding.ts'

const corpus = join(process.env['SONGHANH_CORPUS'] ?? '../shared/corpus', 'raw')
const CODES = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦'
const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ'
const codes = new Map([...LETTERS].map((letter, at) => [letter, [...CODES][at] ?? letter]))
/** Small letters as TCVN3 writes them; capitals with tones it cannot write. */
const toTcvn3 = (text: string) => Array.from(text, (letter) => codes.get(letter) ?? letter).join('')

describe('TCVN3', () => {
  it('is known by its fonts', () => {
    expect(['.VnTime', '.VnTimeH', 'ABCDEF+.VnArial', 'Times New Roman', 'VNI-Times', 'VNI Helve'].map(encodingOfFont)).toEqual([
      'tcvn3',
      'tcvn3',
      'tcvn3',
      null,
      'vni',
      'vni',
    ])
  })

  it('comes back letter by letter, in capitals from a font of capitals', () => {
    expect(legacyToUnicode('céng hßa x· héi chñ nghÜa viÖt nam', 'tcvn3')).toBe('cộng hòa xã hội chủ nghĩa việt nam')
    expect(legacyToUnicode('céng hßa x· héi', 'tcvn3', '.VnTimeH')).toBe('CỘNG HÒA XÃ HỘI')
    expect(legacyToUnicode(toTcvn3(LETTERS), 'tcvn3')).toBe(LETTERS)
  })
})

describe('VNI', () => {
  it('comes back with its marks joined to the letters', () => {
    expect(legacyToUnicode('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'vni')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
    expect(legacyToUnicode('ÖÙNG DUÏNG, ñöôøng, kyû luaät, tyû leä', 'vni')).toBe('ỨNG DỤNG, đường, kỷ luật, tỷ lệ')
  })
})

describe('the letters alone', () => {
  it('give away TCVN3 and VNI', () => {
    expect(encodingOfLetters('KÕ ho¹ch thùc hiÖn b×nh ®¼ng giíi vµ v× sù tiÕn bé cña phô n÷')).toBe('tcvn3')
    expect(encodingOfLetters('Keá hoaïch thöïc hieän bình ñaúng giôùi vaø vì söï tieán boä cuûa phuï nöõ')).toBe('vni')
  })

  it.each([
    'Kế hoạch thực hiện bình đẳng giới',
    'Le présent règlement entre en vigueur à la date où il a été publié, là où naïveté et cœur',
    'Für größere Schäden © 2026 «Zitat» ½ Straße, 5 µm ± 2',
    'L’été dernier, les élèves créés à Orléans ont été reçus',
    'A plan for the year 2026 with no accent at all',
    'El niño pequeño comió mañana en la montaña con su compañía',
  ])('say nothing of “%s”', (text) => {
    expect(encodingOfLetters(text)).toBeNull()
  })

  it.skipIf(!existsSync(corpus))('never take a real document in Unicode for a legacy one, and always one in TCVN3 (needs the corpus)', () => {
    const paragraphs = readdirSync(corpus).flatMap((file) => readFileSync(join(corpus, file), 'utf8').normalize('NFC').split('\n'))
    expect(paragraphs.filter((text) => encodingOfLetters(text) !== null)).toEqual([])
    const long = paragraphs.map((text) => text.toLocaleLowerCase('vi')).filter((text) => text.length > 80 && /[ảạấậểệốộớợủụứựị]/.test(text))
    const missed = long.filter((text) => encodingOfLetters(toTcvn3(text)) !== 'tcvn3')
    expect(missed.length).toBeLessThan(long.length * 0.015)
  })
})
