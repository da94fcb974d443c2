import type { Dice } from './simulate/dice.ts'

/** What somebody sends who wants to break something. */
export const HOSTILE: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  'null',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'e\u0301\u0323'.repeat(40),
  '\u202egnol\u202c',
  'x'.repeat(70_000),
  "' or 1=1; drop table units.unit; --",
  '%_\\',
  '$1 {0} ${7*7} {{7*7}} <%= 7*7 %>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '//evil.example',
  '\\\\evil.example\\x',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'a\r\nSet-Cookie: songhanh_session=x',
  '=HYPERLINK("http://evil.example")',
  '@SUM(1+1)*cmd|\'/C calc\'!A0',
  '__proto__',
  'constructor',
  '(a+)+$',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01990000-0000-7000-8000-00000000000g',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '0001-01-01',
  '+275760-09-13T00:00:00.000Z',
  '24:60',
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  '1e999',
  '-0',
  'NaN',
  '999999999999999999999999999999',
  [],
  [null],
  [[[[]]]],
  {},
  { __proto__: null, constructor: { prototype: { isAdmin: true } } },
  { length: 1e9 },
  { $ne: null },
  { toString: 'x' },
]

/** A value with one of its inner places, or itself, replaced by something hostile. */
export function spoilt(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null || dice.chance(0.15)) return dice.pick(HOSTILE)
  if (Array.isArray(value)) {
    if (value.length === 0) return [dice.pick(HOSTILE)]
    if (dice.chance(0.1)) return Array.from({ length: 300 }, () => value[0] as unknown)
    const at = dice.whole(0, value.length - 1)
    return value.map((inner: unknown, index) => (index === at ? spoilt(inner, dice) : inner))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || dice.chance(0.1)) return { ...value, [dice.pick(['unitId', 'id', 'isAdmin', '__proto__', 'accountId', 'state'])]: dice.pick(HOSTILE) }
  const [key, inner] = dice.pick(entries)
  return dice.chance(0.1) ? Object.fromEntries(entries.filter(([name]) => name !== key)) : { ...value, [key]: spoilt(inner, dice) }
}

/** Brackets within brackets, as text of JSON. */
export const DEEP = `${'['.repeat(5_000)}${']'.repeat(5_000)}`

/** What no answer may hold: a trace of the program, or the words of the database. */
export const INNARDS = /node_modules|\.ts:\d+|\bat (?:async )?[\w.<>]+ \(|syntax error at|violates \w+ constraint|relation "|\bselect .+ from \w|PostgresError|ECONNREFUSED|\/work\/|\/home\//i
