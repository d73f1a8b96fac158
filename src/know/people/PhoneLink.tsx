/** A number to tap; the row behind it does not open. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a className="link" href={`tel:${number.replace(/[^+\d]/g, '')}`} onClick={event => event.stopPropagation()}>
      {number}
    </a>
  )
}
