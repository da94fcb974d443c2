import { AppError } from '#platform/errors.ts'

export interface Transition<S extends string> {
  readonly from: readonly S[]
  readonly to: S
}

export interface Lifecycle<S extends string, A extends string> {
  /** Actions possible in `state`, in declaration order. */
  available(state: S): A[]
  /** The state after `action`. @throws AppError `conflict` `<name>.wrong_state` when it is not possible in `state` */
  next(state: S, action: A): S
}

/**
 * The states of a thing as data, shared by the server (to refuse) and the screens (to offer only what will work).
 *
 * @param name  of the module that owns it; its catalogue has `errors.<name>.wrong_state`
 */
export function defineLifecycle<S extends string, A extends string>(name: string, transitions: Readonly<Record<A, Transition<S>>>): Lifecycle<S, A> {
  const actions = Object.keys(transitions) as A[]
  return {
    available: (state) => actions.filter((action) => transitions[action].from.includes(state)),
    next(state, action) {
      const transition = transitions[action]
      if (!transition.from.includes(state)) throw new AppError('conflict', `${name}.wrong_state`, { state, action })
      return transition.to
    },
  }
}
