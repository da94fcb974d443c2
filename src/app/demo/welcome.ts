import { accountTable, DEMO_PASSWORD } from './accounts.ts'
import { contentOf, loadDemo, type DemoGround } from './load-demo.ts'

/**
 * What the start tells a visitor about the demo. Loads it first when the database is empty and it may.
 * @returns null when there is no demo in the database
 */
export async function welcomeToDemo(ground: DemoGround, { mayLoad }: { readonly mayLoad: boolean }, say: (line: string) => void): Promise<string | null> {
  const content = await contentOf(ground)
  if (content === 'demo') return `Đang dùng dữ liệu mẫu: đăng nhập thử với “chuyenvien.sosongmo”, mật khẩu “${DEMO_PASSWORD}”; các tài khoản khác ở README.md.`
  if (content === 'own' || !mayLoad) return null
  say('Đang nạp dữ liệu mẫu …')
  return accountTable(await loadDemo(ground))
}
