/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    timeout: number
    headers: Record<string, string>
    requests: { method: string; path: string }[]
  }
  type Result = {
    /** Milliseconds. */
    latency: { p50: number; p99: number }
    requests: { average: number }
    errors: number
    timeouts: number
    non2xx: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
