const block = 8_192

let room = new Float64Array(block)
let used = 0

/**
 * An array of zeros for use within the engine. One forecast makes hundreds of short arrays, and memory of its own costs
 * each of them more than filling it does (V8 keeps no more than 8 numbers beside the object): they are cut from blocks
 * that are never used again. What leaves the engine is copied, so that nothing keeps a whole block.
 */
export function shortArray(length: number): Float64Array {
  if (length > block / 8) return new Float64Array(length)
  if (used + length > block) {
    room = new Float64Array(block)
    used = 0
  }
  used += length
  return room.subarray(used - length, used)
}
