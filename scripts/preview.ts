/** `node scripts/preview.ts FILE.md OUT.png [--dark]`: a picture of Markdown as GitHub shows it. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {chromium} from 'playwright-core'
import {rehypeGithubAlerts} from 'rehype-github-alerts'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, {defaultSchema} from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'

/** GitHub's rendering, near enough: its own sanitizer first, its alerts after. */
export function toHtml(markdown: string): string {
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRehype, {allowDangerousHtml: true})
      .use(rehypeRaw)
      .use(rehypeSanitize, defaultSchema)
      .use(rehypeGithubAlerts, {})
      .use(rehypeStringify)
      .processSync(markdown),
  )
}

async function main([file, out, ...flags]: string[]): Promise<void> {
  if (!file || !out) throw new Error('usage: node scripts/preview.ts FILE.md OUT.png [--dark] [--open]')
  const dark = flags.includes('--dark')
  const css = readFileSync(
    createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css'),
    'utf8',
  )
  let body = toHtml(readFileSync(file, 'utf8'))
  if (flags.includes('--open')) body = body.replaceAll('<details>', '<details open>')
  const html = `<!doctype html><meta charset="utf-8"><style>${css}
    body {margin: 0; background: ${dark ? '#0d1117' : '#fff'}}
    .markdown-body {box-sizing: border-box; width: 980px; padding: 32px; font-family: "Noto Sans", "Liberation Sans", Arial, "Noto Color Emoji", sans-serif}
  </style><body><article class="markdown-body">${body}</article>`
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox']})
  try {
    const page = await browser.newPage({
      javaScriptEnabled: false,
      colorScheme: dark ? 'dark' : 'light',
      viewport: {width: 980, height: 400},
    })
    await page.route('**', route => route.abort())
    await page.setContent(html)
    await page.screenshot({path: out, fullPage: true})
  } finally {
    await browser.close()
  }
}

if (import.meta.main) await main(process.argv.slice(2))
