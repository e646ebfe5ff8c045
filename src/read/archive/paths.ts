/** A member's path made safe, and whether it had tried to be something else. */
export interface SafePath {
  /** Relative, `/`-separated, no `..`, no control characters; empty when nothing is left. */
  path: string
  /** It pointed out of the archive or held what no file name holds. */
  suspicious: boolean
}

/** Cleans a name out of an archive. `./`, a leading `/` and backslashes are usual; `..`, drives and NUL are not. */
export function safePath(name: string, limit: number): SafePath {
  const unix = name.replaceAll('\\', '/')
  const relative = unix.replace(/^\/*[A-Za-z]:(?=\/|$)/, '')
  const parts = relative.split('/').filter(part => part !== '' && part !== '.')
  const kept = parts.filter(part => part !== '..')
  const joined = kept.join('/')
  const clean = joined.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '?')
  return {
    path: clean.length > limit ? clean.slice(0, limit) : clean,
    suspicious:
      kept.length !== parts.length || relative !== unix || joined.includes('\u0000') || clean.length > limit,
  }
}

/** `a/b.tar.gz` and `a/b.zip` as `a/b`. */
export function stem(path: string): string {
  return path.replace(/\.(?:zip|tgz|tar|tar\.gz)$/i, '')
}

/** What a gzip file is called once it is inflated. */
export function withoutGzip(path: string): string {
  return path.replace(/\.tgz$/i, '.tar').replace(/\.gz(?:ip)?$/i, '')
}
