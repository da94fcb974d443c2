import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'

/** A page to read; `core` and `data` are the folders of the packages. */
export interface PassJob {
  readonly core: string
  readonly data: string
  readonly mode: string
  readonly dpi: number
  /** As PGM. */
  readonly picture: Uint8Array
}

export interface PassAnswer {
  readonly tsv: string
}

/** What of `tesseract.js-core` is used here. */
interface Core {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void }
  readonly TessBaseAPI: new () => {
    Init(folder: string, language: string, engine: number): number
    SetVariable(name: string, value: string): void
    SetImageFile(orientation: number, angle: number, upscale: boolean): number
    Recognize(monitor: null): number
    GetTSVText(page: number): string
  }
}

/** Neural lines only. */
const LSTM = 1
const UPRIGHT = 1

/** The program of the child process: reads one page, answers, and is ended. */
async function read({ core, data, mode, dpi, picture }: PassJob): Promise<PassAnswer> {
  const load = createRequire(import.meta.url)(`${core}/tesseract-core-simd-lstm.js`) as (options: object) => Promise<Core>
  const quiet = () => undefined
  const tesseract = await load({ TesseractProgress: quiet, print: quiet, printErr: quiet })
  tesseract.FS.writeFile('/vie.traineddata', gunzipSync(readFileSync(`${data}/vie.traineddata.gz`)))
  const api = new tesseract.TessBaseAPI()
  if (api.Init('/', 'vie', LSTM) !== 0) throw new Error('no data for Vietnamese')
  api.SetVariable('tessedit_pageseg_mode', mode)
  api.SetVariable('user_defined_dpi', String(dpi))
  tesseract.FS.writeFile('/input', picture)
  if (api.SetImageFile(UPRIGHT, 0, false) !== 0 || api.Recognize(null) !== 0) throw new Error('the picture cannot be read')
  return { tsv: api.GetTSVText(0) }
}

process.once('message', (job: PassJob) => {
  void read(job).then(
    (answer) => process.send?.(answer),
    () => process.exit(1),
  )
})
