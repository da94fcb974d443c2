import type { PlainDate } from '#platform/clock.ts'

// The Vietnamese lunisolar calendar: months begin on the day of the new moon at UTC+7, the month that holds the winter
// solstice is the eleventh, a month without a principal term is the leap month of a year of thirteen.
// @source Jean Meeus, Astronomical Algorithms (1991), ch. 47 and 24; Hồ Ngọc Đức, “Thuật toán tính âm lịch” (2004)

const HOURS_EAST = 7
const MEAN_MONTH = 29.530588853
/** Julian date of the new moon of 1 January 1900, from which months are counted. */
const FIRST_NEW_MOON = 2_415_021.076998695
/** Julian day number of 1970-01-01. */
const EPOCH = 2_440_588

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Julian day number, counted at UTC+7, of the new moon `k` months after that of 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const t2 = t * t
  const t3 = t2 * t
  const mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * Math.sin(radians(166.56 + 132.87 * t - 0.009173 * t2))
  const sun = radians(359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3)
  const moon = radians(306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3)
  const latitude = radians(21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3)
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * latitude) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * latitude + sun) -
    0.0004 * Math.sin(2 * latitude - sun) -
    0.0006 * Math.sin(2 * latitude + moon) +
    0.001 * Math.sin(2 * latitude - moon) +
    0.0005 * Math.sin(2 * moon + sun)
  // Dynamical time runs ahead of universal time.
  const ahead = -0.000278 + 0.000265 * t + 0.000262 * t2
  return Math.floor(mean + correction - ahead + 0.5 + HOURS_EAST / 24)
}

/** Twelfth of the ecliptic in which the sun stands at midnight (UTC+7) of a day: 0 from the spring equinox, 9 from the winter solstice. */
function sunSector(day: number): number {
  const t = (day - 2_451_545.5 - HOURS_EAST / 24) / 36_525
  const anomaly = radians(357.5291 + 35_999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t)
  const centre = (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) + 0.00029 * Math.sin(3 * anomaly)
  const longitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t + centre
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** First day of the eleventh month, which holds the winter solstice of the solar year. */
function eleventhMonth(year: number): number {
  const lastDay = julianDay(year, 12, 31)
  const k = Math.floor((lastDay - 2_415_021) / MEAN_MONTH)
  const start = newMoonDay(k)
  return sunSector(start) >= 9 ? newMoonDay(k - 1) : start
}

/** How many months after the eleventh the leap month comes. */
function leapOffset(start: number): number {
  const k = Math.floor((start - FIRST_NEW_MOON) / MEAN_MONTH + 0.5)
  let offset = 1
  while (offset < 14 && sunSector(newMoonDay(k + offset)) !== sunSector(newMoonDay(k + offset + 1))) offset++
  return offset
}

/**
 * The solar day of a day of the Vietnamese lunar calendar, leap months aside.
 *
 * @param year  the solar year in which the lunar year begins
 * @param month  1 (Giêng) to 12 (Chạp)
 * @example solarDay(2026, 1, 1) // '2026-02-17', Tết Bính Ngọ
 */
export function solarDay(year: number, month: number, day: number): PlainDate {
  const start = eleventhMonth(month < 11 ? year - 1 : year)
  const next = eleventhMonth(month < 11 ? year : year + 1)
  let months = month < 11 ? month + 1 : month - 11
  if (next - start > 365 && months >= leapOffset(start)) months++
  const k = Math.floor(0.5 + (start - FIRST_NEW_MOON) / MEAN_MONTH)
  return new Date((newMoonDay(k + months) + day - 1 - EPOCH) * 86_400_000).toISOString().slice(0, 10)
}

function julianDay(year: number, month: number, day: number): number {
  return EPOCH + Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}
