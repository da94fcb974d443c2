/** Place of a province on a grid of tiles: column from the west, row from the north, from 1. */
export type TilePlace = readonly [column: number, row: number]

/** Codes of today's 34 provinces. @source arranged by hand from the geographic position: neighbours stay near, shapes and areas are given up */
export const PROVINCE_TILES: Readonly<Record<string, TilePlace>> = {
  '12': [1, 1], '15': [2, 1], '08': [3, 1], '04': [4, 1],
  '11': [1, 2], '14': [2, 2], '25': [3, 2], '19': [4, 2], '20': [5, 2],
  '01': [3, 3], '24': [4, 3], '22': [6, 3],
  '37': [3, 4], '33': [4, 4], '31': [5, 4],
  '38': [3, 5],
  '40': [3, 6],
  '42': [4, 7],
  '44': [4, 8],
  '46': [5, 9],
  '48': [5, 10],
  '51': [5, 11],
  '52': [5, 12],
  '66': [5, 13],
  '75': [4, 14], '68': [5, 14], '56': [6, 14],
  '82': [2, 15], '80': [3, 15], '79': [4, 15],
  '91': [1, 16], '92': [2, 16], '86': [3, 16],
  '96': [1, 17],
}

/** The archipelagos beside the mainland, each with the province that it belongs to. */
export const ARCHIPELAGOS: readonly { readonly name: string; readonly province: string; readonly place: TilePlace }[] = [
  { name: 'QĐ Hoàng Sa', province: '48', place: [6.5, 10] },
  { name: 'QĐ Trường Sa', province: '56', place: [6.5, 15.5] },
]
