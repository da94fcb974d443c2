import { escapeHtml } from './html.ts'
import type { ApiDescription, ApiOperation } from './openapi.ts'

type Json = Record<string, unknown>
type Schemas = ApiDescription['components']['schemas']

/** One field of an input or an answer: where it stands (`nodes[].text`), what it holds, whether it must be there. */
interface Field {
  readonly path: string
  readonly type: string
  readonly isRequired: boolean
}

/** Fields further down are left to the JSON description. */
const DEEPEST = 5

/** The description of the API for people: one page without scripts, everything in it taken from the description. */
export function apiPage(api: ApiDescription): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))
  const groups = api.tags.map((tag) => ({ ...tag, of: operations.filter(({ operation }) => operation.tags[0] === tag.name) }))
  const { schemas } = api.components
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Giao diện lập trình (API) · ${escapeHtml(api.info.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Giao diện lập trình của ${escapeHtml(api.info.title)} <span lang="en">API ${escapeHtml(api.info.version)}</span></h1>
<p>${operations.length} thao tác <span lang="en">(operations)</span>. Bản cho máy đọc: <a href="openapi.json">OpenAPI ${escapeHtml(api.openapi)}</a>.</p>
<p>Đăng nhập rồi gửi kèm cookie của phiên. Lệnh ghi (POST, PUT, DELETE) gửi JSON; gửi kèm <code>idempotency-key</code> (UUID do máy khách tạo)
thì lệnh đến hai lần chỉ chạy một lần. Ngày viết <code>2026-05-28</code>, thời điểm viết theo ISO 8601, tiền tính bằng đồng, chưa biết là <code>null</code>.</p>
</header>
<nav aria-label="Phân hệ"><ul>${groups.map(({ name, description, of }) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(description)} <span lang="en">(${escapeHtml(name)})</span></a> ${of.length}</li>`).join('')}</ul></nav>
<main>
${groups.map(({ name, description, of }) => `<section id="${escapeHtml(name)}">
<h2>${escapeHtml(description)} <span lang="en">(${escapeHtml(name)})</span></h2>
${of.map((entry) => operationHtml(entry, schemas)).join('\n')}
</section>`).join('\n')}
<section id="problem">
<h2>Khi không thành công <span lang="en">(problem)</span></h2>
<p>Mọi lời từ chối có cùng một dạng; <code>code</code> là khóa của câu giải thích.</p>
${fieldTable(fieldsOf({ $ref: '#/components/schemas/Problem' }, schemas))}
</section>
</main>
</body>
</html>
`
}

function operationHtml({ method, path, operation }: { method: string; path: string; operation: ApiOperation }, schemas: Schemas): string {
  const answers = Object.entries(operation.responses['200']?.content ?? {})
  const json = answers.find(([mediaType]) => mediaType === 'application/json')?.[1].schema
  return `<details id="${escapeHtml(operation.operationId)}">
<summary><code class="method">${escapeHtml(method.toUpperCase())}</code> <code>${escapeHtml(path)}</code> <span lang="en">${escapeHtml(operation.summary)}</span></summary>
<p>Tên <span lang="en">(name)</span>: <code>${escapeHtml(operation.operationId)}</code> · Quyền <span lang="en">(permission)</span>: ${permissionHtml(operation['x-permission'])}</p>
<h3>Đầu vào <span lang="en">(input)</span></h3>
${fieldTable(inputFields(operation, schemas))}
<h3>Kết quả <span lang="en">(output)</span></h3>
${json ? fieldTable(fieldsOf(json, schemas)) : `<p>Tệp <span lang="en">(file)</span>: ${answers.map(([mediaType]) => `<code>${escapeHtml(mediaType)}</code>`).join(', ')}</p>`}
</details>`
}

function permissionHtml(permission: string): string {
  if (permission === 'public') return 'không cần đăng nhập <span lang="en">(public)</span>'
  if (permission === 'session') return 'chỉ cần đăng nhập <span lang="en">(session)</span>'
  return `<code>${escapeHtml(permission)}</code>`
}

const PLACES = { path: 'đường dẫn', query: 'truy vấn', header: 'tiêu đề' } as const satisfies Record<ApiOperation['parameters'][number]['in'], string>

function inputFields({ parameters, requestBody }: ApiOperation, schemas: Schemas): Field[] {
  const named = parameters.map(({ name, in: where, required, schema }) => ({ path: name, type: `${typeOf(schema, schemas)} – ${PLACES[where]} (${where})`, isRequired: required }))
  const bodies = Object.entries(requestBody?.content ?? {})
  return [...named, ...bodies.flatMap(([mediaType, { schema }]) => fieldsOf(schema, schemas).map((field) => (mediaType === 'application/json' ? field : { ...field, type: `${field.type} – ${mediaType}` })))]
}

function fieldTable(fields: readonly Field[]): string {
  if (fields.length === 0) return '<p>Không có <span lang="en">(none)</span>.</p>'
  const rows = fields.map(({ path, type, isRequired }) => `<tr><td><code>${escapeHtml(path)}</code></td><td>${escapeHtml(type)}</td><td>${isRequired ? 'có (yes)' : 'không (no)'}</td></tr>`)
  return `<div class="wide"><table><thead><tr><th>Trường <span lang="en">(field)</span></th><th>Kiểu <span lang="en">(type)</span></th><th>Bắt buộc <span lang="en">(required)</span></th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** The fields of a schema, each under the one that holds it; a schema that is no object is one field without a name. */
function fieldsOf(schema: Json, schemas: Schemas): Field[] {
  const inner = fieldsUnder(schema, '', schemas, [])
  return inner.length > 0 && isObject(schema, schemas) ? inner : [{ path: '–', type: typeOf(schema, schemas), isRequired: true }, ...inner]
}

/** @param through  references that led here: a schema that contains itself is not entered again */
function fieldsUnder(given: Json, prefix: string, schemas: Schemas, through: readonly string[], depth = 0): Field[] {
  if (depth > DEEPEST) return []
  const reference = given['$ref']
  if (typeof reference === 'string') return through.includes(reference) ? [] : fieldsUnder(resolved(given, schemas), prefix, schemas, [...through, reference], depth)
  const choices = choicesOf(given)
  if (choices.length > 0) return uniqueByPath(choices.flatMap((choice) => fieldsUnder(choice, prefix, schemas, through, depth)))
  if (isSchema(given['items'])) return fieldsUnder(given['items'], `${prefix}[]`, schemas, through, depth)
  const required = (given['required'] ?? []) as readonly string[]
  return Object.entries((given['properties'] ?? {}) as Record<string, Json>).flatMap(([name, schema]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    return [{ path, type: typeOf(schema, schemas), isRequired: required.includes(name) }, ...fieldsUnder(schema, path, schemas, through, depth + 1)]
  })
}

function uniqueByPath(fields: readonly Field[]): Field[] {
  const byPath = new Map<string, Field>()
  for (const field of fields) {
    const known = byPath.get(field.path)
    byPath.set(field.path, known && known.type !== field.type ? { ...known, type: `${known.type} | ${field.type}` } : (known ?? field))
  }
  return [...byPath.values()]
}

/** What a value is, in one line: `uuid | null`, `list of object`, `"draft" | "issued"`. */
function typeOf(given: Json, schemas: Schemas): string {
  const schema = resolved(given, schemas)
  const choices = choicesOf(schema)
  if (choices.length > 0) return [...new Set(choices.map((choice) => typeOf(choice, schemas)))].join(' | ')
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ')
  if (isSchema(schema['items'])) return `list of ${typeOf(schema['items'], schemas)}`
  if (typeof schema['format'] === 'string') return schema['format']
  const { type } = schema
  const name = Array.isArray(type) ? type.join(' | ') : typeof type === 'string' ? type : 'any'
  return typeof schema['maxLength'] === 'number' ? `${name} ≤ ${schema['maxLength']}` : name
}

function choicesOf(schema: Json): readonly Json[] {
  const choices = schema['anyOf'] ?? schema['oneOf']
  return Array.isArray(choices) ? choices.filter(isSchema) : []
}

function resolved(schema: Json, schemas: Schemas): Json {
  const reference = schema['$ref']
  return typeof reference === 'string' ? (schemas[reference.replace('#/components/schemas/', '')] ?? {}) : schema
}

function isObject(schema: Json, schemas: Schemas): boolean {
  return resolved(schema, schemas)['type'] === 'object'
}

function isSchema(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that may stand between tags or in a quoted attribute of HTML. */
const STYLE = `
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none }
details { border-top: 1px solid #8886; padding: .5rem 0 }
summary { cursor: pointer; overflow-wrap: anywhere }
summary .method { display: inline-block; min-width: 4rem; font-weight: bold }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid #8883; overflow-wrap: anywhere }
h1 span, h2 span, h3 span, nav span, th span { font-weight: normal }
`
