/** The product's sign: a whale curve with its peak. */
export function Mark({ size }: { size: number }) {
  return <img src="/vitalfew.svg" width={size} height={size} alt="" />
}
