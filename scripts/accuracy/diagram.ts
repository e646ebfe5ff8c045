import type {Figures} from './cases.ts'

const size = 320
const margin = 44

/** A reliability diagram as SVG: of the diagnoses given so sure, so many were right. The diagonal is a perfect promise. */
export function reliabilityDiagram({bins}: Figures): string {
  const x = (share: number) => margin + share * size
  const y = (share: number) => margin + (1 - share) * size
  const most = Math.max(1, ...bins.map(b => b.n))
  const axis = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap(t => [
    `<text x="${x(t)}" y="${y(0) + 18}" text-anchor="middle">${Math.round(t * 100)}</text>`,
    `<text x="${x(0) - 8}" y="${y(t) + 4}" text-anchor="end">${Math.round(t * 100)}</text>`,
    `<path d="M${x(0)} ${y(t)}H${x(1)}" stroke="#8884" />`,
  ])
  const dots = bins
    .filter(b => b.n)
    .map(b => {
      const [sure, right] = [b.sum / b.n, b.right / b.n]
      const radius = (4 + 10 * Math.sqrt(b.n / most)).toFixed(1)
      return `<circle cx="${x(sure).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${radius}" fill="#2f81f7" fill-opacity="0.75"><title>${b.n} diagnoses: said ${Math.round(sure * 100)} %, right ${Math.round(right * 100)} %</title></circle>`
    })
  const width = size + 2 * margin
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width + 10}" width="${width}" font-family="sans-serif" font-size="12" fill="#888">
${axis.join('\n')}
<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#888" stroke-dasharray="4 4" />
<text x="${x(0.5)}" y="${y(0) + 40}" text-anchor="middle">confidence said, %</text>
<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">right, %</text>
${dots.join('\n')}
</svg>
`
}
