/** At most `size` tasks at once; the others wait in order. */
export function limiter(size: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async task => {
    if (running >= size) await new Promise<void>(go => waiting.push(go))
    else running++
    try {
      return await task()
    } finally {
      // The place goes to the next in line, so that nobody slips in between.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
