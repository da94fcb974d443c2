/** Asks the person to sign in again where they are; true when the same person did. */
type AskToSignIn = () => Promise<boolean>

let ask: AskToSignIn | null = null
let pending: Promise<boolean> | null = null

/** The shell says how to ask; the returned function takes it back. */
export function setSignInPrompt(prompt: AskToSignIn): () => void {
  ask = prompt
  return () => {
    if (ask === prompt) ask = null
  }
}

let askToProve: AskToSignIn | null = null
let proving: Promise<boolean> | null = null

/** The shell says how to ask for the password again; the returned function takes it back. */
export function setProofPrompt(prompt: AskToSignIn): () => void {
  askToProve = prompt
  return () => {
    if (askToProve === prompt) askToProve = null
  }
}

/** One question for all commands that need the password again; false when it was not given. */
export function proveAgain(): Promise<boolean> {
  if (!askToProve) return Promise.resolve(false)
  proving ??= askToProve().finally(() => {
    proving = null
  })
  return proving
}

/** One question for all requests that meet the end of the session together; false when nobody can be asked. */
export function signInAgain(): Promise<boolean> {
  if (!ask) return Promise.resolve(false)
  pending ??= ask().finally(() => {
    pending = null
  })
  return pending
}
