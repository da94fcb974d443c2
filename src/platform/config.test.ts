import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig } from './config.ts'

const SERVER = 'smtp://songhanh:mat%40khau@mail.example.vn:587'

describe('mail settings', () => {
  it('are not needed', () => {
    expect(parseConfig({}, '/').mail).toBeNull()
  })

  it('name a server and a sender', () => {
    expect(parseConfig({ SONGHANH_SMTP_URL: SERVER, SONGHANH_MAIL_FROM: 'Song Hành <songhanh@example.vn>' }, '/').mail).toEqual({
      smtpUrl: SERVER,
      sender: 'Song Hành <songhanh@example.vn>',
    })
  })

  it.each([
    [{ SONGHANH_SMTP_URL: 'mail.example.vn', SONGHANH_MAIL_FROM: 'a@example.vn' }, /SONGHANH_SMTP_URL không dùng được.*smtp:\/\//],
    [{ SONGHANH_SMTP_URL: 'https://mail.example.vn', SONGHANH_MAIL_FROM: 'a@example.vn' }, /SONGHANH_SMTP_URL không dùng được/],
    [{ SONGHANH_SMTP_URL: 'smtp://' , SONGHANH_MAIL_FROM: 'a@example.vn' }, /SONGHANH_SMTP_URL không dùng được/],
    [{ SONGHANH_SMTP_URL: SERVER }, /SONGHANH_MAIL_FROM="" không dùng được/],
    [{ SONGHANH_SMTP_URL: SERVER, SONGHANH_MAIL_FROM: 'Song Hành' }, /SONGHANH_MAIL_FROM="Song Hành" không dùng được/],
    [{ SONGHANH_MAIL_FROM: 'a@example.vn' }, /cần cả hai/],
  ])('that cannot be used stop the start with a sentence: %o', (env, sentence) => {
    expect(() => parseConfig(env, '/')).toThrow(ConfigError)
    expect(() => parseConfig(env, '/')).toThrow(sentence)
  })

  it('never show the password', () => {
    expect(() => parseConfig({ SONGHANH_SMTP_URL: 'http://songhanh:bimat@mail.example.vn', SONGHANH_MAIL_FROM: 'a@b.vn' }, '/')).toThrow(/^(?!.*bimat)/)
  })
})
