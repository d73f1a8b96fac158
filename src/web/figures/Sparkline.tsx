import style from './Sparkline.module.css'

type Props = {
  /** Oldest first; null is a month without a known value and leaves a gap. */
  values: (number | null)[]
  /** What it shows, for those who cannot see it: "Revenue, last 12 months". */
  label: string
  width?: number
  height?: number
}

/** A line the size of a word; a hairline marks zero where the values cross it. */
export function Sparkline({ values, label, width = 88, height = 20 }: Props) {
  const known = values.filter(value => value !== null)
  if (known.length < 2) return <span className="visually-hidden">{label}</span>
  const low = Math.min(0, ...known)
  const high = Math.max(0, ...known)
  const span = high - low || 1
  const inset = 2
  const x = (index: number) => inset + (index / (values.length - 1)) * (width - 2 * inset)
  const y = (value: number) => inset + (1 - (value - low) / span) * (height - 2 * inset)
  let path = ''
  let drawing = false
  values.forEach((value, index) => {
    if (value === null) drawing = false
    else {
      path += `${drawing ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
      drawing = true
    }
  })
  const last = values.at(-1)
  const tone = typeof last === 'number' && last < 0 ? style.loss : style.dot
  return (
    <svg className={style.line} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{label}</title>
      {low < 0 && <line x1="0" x2={width} y1={y(0)} y2={y(0)} className={style.zero} />}
      <path d={path} className={style.path} />
      {typeof last === 'number' && <circle cx={x(values.length - 1)} cy={y(last)} r="2" className={tone} />}
    </svg>
  )
}
