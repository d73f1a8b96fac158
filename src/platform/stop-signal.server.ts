const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

// One Ctrl-C arrives several times: from the terminal, from npm and from our launcher.
const oneAndTheSame = 1_000

/** Waits for Ctrl-C and its kin; a second one, at least a second after the first, means business. */
export function onStopSignal(what: { first: () => void; harder: () => void }): {
  asked: Promise<void>
  forget: () => void
} {
  const { promise: asked, resolve } = Promise.withResolvers<void>()
  let since = 0
  const receive = () => {
    if (since === 0) {
      since = Date.now()
      what.first()
      resolve()
    } else if (Date.now() - since > oneAndTheSame) what.harder()
  }
  for (const signal of signals) process.on(signal, receive)
  // A pending promise alone does not keep Node running.
  const alive = setInterval(() => undefined, 1 << 30)
  return {
    asked,
    forget: () => {
      clearInterval(alive)
      for (const signal of signals) process.off(signal, receive)
    },
  }
}
