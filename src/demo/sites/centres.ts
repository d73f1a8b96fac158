/** Where the demo's cities are, and the side on which the sea is not: degrees north and east, and the way inland. */
export const centres: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  Wenzhou: [27.999, 120.667],
  Taizhou: [28.663, 121.433],
  Ningbo: [29.878, 121.549],
  Hangzhou: [30.294, 120.161],
  Shanghai: [31.222, 121.458],
  Suzhou: [31.304, 120.595],
  Jiaxing: [30.752, 120.75],
  Xiamen: [24.48, 118.082],
  Fuzhou: [26.061, 119.306],
  Shenzhen: [22.546, 114.068],
  Guangzhou: [23.117, 113.25],
  Foshan: [23.027, 113.131],
  Qingdao: [36.099, 120.372],
  Tianjin: [39.142, 117.177],
  Dalian: [38.912, 121.602],
  'Ho Chi Minh City': [10.823, 106.63],
  'Hai Phong': [20.865, 106.684],
  Hanoi: [21.025, 105.841],
  Bangkok: [13.754, 100.502],
  Rayong: [12.681, 101.258],
  Penang: [5.411, 100.335],
  'Shah Alam': [3.085, 101.532],
  Singapore: [1.29, 103.85],
  Jakarta: [-6.215, 106.845],
  Surabaya: [-7.249, 112.751],
  Manila: [14.604, 120.982],
  Cebu: [10.317, 123.891],
}

/** Degrees by which a site may lie to the west, where most of these cities have land, and to either side of it. */
export const jitter = { west: 0.16, east: 0.02, north: 0.08, south: 0.08 }
