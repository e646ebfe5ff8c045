const pause = 5000

/** Says at most one in five seconds of the things that there are to say. */
export function nowAndThen(say: (message: string) => void): (message: string) => void {
  let last = 0
  return message => {
    if (Date.now() - last < pause) return
    last = Date.now()
    say(message)
  }
}
