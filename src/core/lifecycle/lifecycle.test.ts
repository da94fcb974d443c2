import { describe, expect, it } from 'vitest'
import { defineLifecycle } from './lifecycle.ts'

const light = defineLifecycle<'red' | 'green', 'go' | 'stop' | 'blink'>('light', {
  go: { from: ['red'], to: 'green' },
  stop: { from: ['green'], to: 'red' },
  blink: { from: ['red', 'green'], to: 'red' },
})

describe('a life cycle', () => {
  it('names what is possible in a state', () => {
    expect(light.available('red')).toEqual(['go', 'blink'])
  })

  it('leads to the next state', () => {
    expect(light.next('red', 'go')).toBe('green')
  })

  it('refuses what is not possible, with the state and the action', () => {
    expect(() => light.next('green', 'go')).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'light.wrong_state', params: { state: 'green', action: 'go' } }),
    )
  })
})
