import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import type { StampPicture } from '@songhanh/vanban/signatures/stamp'
import { endingOf, oneOf, required, theOnly } from '#platform/cli/arguments.ts'
import { Refusal, say, UsageError, type Command } from '#platform/cli/command.ts'
import { checkInputFile, withFile, writeOutputFile } from '#platform/cli/files.ts'
import { withSignatureTasks } from '../signature-tasks.ts'

const PLACES = ['signer', 'seal', 'words', 'none'] as const

const command: Command = {
  usage: 'sign FILE --p12 KHÓA.p12 --out KÝ.pdf [--place signer|seal|words|none] [--signer "HỌ TÊN"] [--picture ẢNH.png] [--reason LÝ-DO]',
  summary: 'Ký số một PDF bằng tệp khóa PKCS#12, chữ ký cũ còn nguyên; mật khẩu khóa lấy từ biến môi trường SONGHANH_P12_PASSPHRASE',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { p12: { type: 'string' }, out: { type: 'string' }, place: { type: 'string', default: 'words' }, signer: { type: 'string' }, picture: { type: 'string' }, reason: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, p12, out] = [theOnly(positionals, 'FILE'), required(values.p12, '--p12'), required(values.out, '--out')]
    endingOf(out, ['pdf'])
    const place = oneOf(values.place, '--place', PLACES)
    if ((place === 'signer' || place === 'seal') && values.signer === undefined) throw new UsageError('Cần --signer: họ tên người ký in trên văn bản, để biết chỗ đặt chữ ký hoặc dấu.')
    const signed = await signFile({ file, p12, place, passphrase: process.env['SONGHANH_P12_PASSPHRASE'] ?? '', signer: values.signer ?? null, picture: values.picture, reason: values.reason }, new Date())
    await writeOutputFile(out, signed)
    say(`Đã ký và ghi vào “${out}”. Xem lại bằng: npx songhanh verify "${out}"`)
  },
}
export default command

interface ToSign {
  readonly file: string
  readonly p12: string
  readonly passphrase: string
  readonly place: (typeof PLACES)[number]
  /** As printed under the place of the signature. */
  readonly signer: string | null
  readonly picture?: string | undefined
  readonly reason?: string | undefined
}

/** @throws Refusal in words */
export async function signFile({ file, p12, passphrase, place, signer, picture, reason }: ToSign, at: Date): Promise<Uint8Array> {
  const [pdf, key] = await Promise.all([contentOf(file), contentOf(p12)])
  const drawn = picture === undefined ? undefined : await pictureOf(picture)
  return withSignatureTasks(async (pool) => {
    const places = place === 'none' ? null : await pool.handle({ what: 'places', pdf, signerName: signer })
    const where = places && place !== 'none' ? places[place] : null
    if (places && where === null) throw new Refusal(`Không thấy tên “${signer ?? ''}” ở chỗ ký trong “${file}”. Hãy ghi --signer đúng như trên văn bản, hoặc dùng --place words.`)
    const colour = place === 'signer' ? 'blue' : place === 'seal' ? 'red' : 'black'
    const stamp = where === null ? {} : { stamp: { place: where, colour, ...(drawn ? { picture: drawn } : {}) } as const }
    return pool.handle({ what: 'sign', pdf, key, passphrase, request: { at, ...(reason === undefined ? {} : { reason }), ...stamp } })
  })
}

async function contentOf(path: string): Promise<Buffer> {
  await checkInputFile(path)
  return withFile(path, () => readFile(resolve(path)))
}

/** Points of the longer side: enough for 36 mm at 600 dpi. */
const MOST_POINTS = 850

async function pictureOf(path: string): Promise<StampPicture> {
  const bytes = await contentOf(path)
  try {
    const { data, info } = await sharp(bytes).resize(MOST_POINTS, MOST_POINTS, { fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, rgba: new Uint8Array(data) }
  } catch (cause) {
    throw new Refusal(`“${path}” không phải ảnh đọc được. Hãy dùng ảnh PNG nền trong suốt.`, { cause })
  }
}
