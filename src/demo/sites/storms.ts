import type { Fix } from '../../engage/risk/track.ts'

const hour = 3_600_000

type Row = [latitude: number, longitude: number, wind: number | null]

const everySixHours = (from: string, rows: readonly Row[]): Fix[] =>
  rows.map(([latitude, longitude, wind], index) => ({
    at: Date.parse(from) + index * 6 * hour,
    latitude,
    longitude,
    wind,
  }))

/** Of August, made up: it crossed the coast between Wenzhou and Taizhou and died out over the hills. */
export const pastStorm = {
  key: 'DEMO-2026-11',
  name: 'Lantern 灯笼',
  fixes: everySixHours('2026-08-07T00:00:00Z', [
    [17.2, 132.8, 35],
    [18.0, 132.0, 45],
    [18.9, 131.2, 50],
    [19.7, 130.3, 60],
    [20.6, 129.4, 70],
    [21.5, 128.4, 80],
    [22.4, 127.4, 85],
    [23.3, 126.4, 90],
    [24.2, 125.4, 90],
    [25.1, 124.4, 90],
    [26.1, 123.4, 85],
    [27.1, 122.4, 80],
    [28.0, 121.3, 75],
    [28.7, 120.2, 50],
    [29.3, 119.2, 38],
    [29.9, 118.3, null],
    [30.5, 117.6, null],
  ]),
}

/** The hour at which the department rang up, a day and a half before the coast. */
export const pastWarning = '2026-08-08T20:00:00Z'
export const pastOver = '2026-08-12T02:00:00Z'

/** On its way on the demo's today: the track until the night before. */
export const comingStorm = {
  key: 'DEMO-2026-23',
  name: 'Kingfisher 翠鸟',
  fixes: everySixHours('2026-10-30T18:00:00Z', [
    [15.4, 135.0, null],
    [16.1, 134.3, null],
    [16.8, 133.6, 35],
    [17.5, 132.9, 40],
    [18.3, 132.2, 50],
    [19.1, 131.4, 60],
    [19.9, 130.6, 65],
    [20.7, 129.8, 75],
    [21.5, 129.0, 80],
  ]),
}

/** A flood warning for the lowland about Ningbo, as a weather office would send it. */
export const floodMessage = `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>demo-330200-20261102-0700-flood</identifier>
  <sender>warning@weather.example</sender>
  <sent>2026-11-02T07:00:00+08:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <language>zh-CN</language>
    <category>Met</category>
    <event>洪水黄色预警</event>
    <urgency>Expected</urgency>
    <severity>Moderate</severity>
    <certainty>Likely</certainty>
    <onset>2026-11-04T02:00:00+08:00</onset>
    <expires>2026-11-06T08:00:00+08:00</expires>
    <senderName>姚江流域示例气象台</senderName>
    <headline>姚江流域洪水黄色预警 Flood warning, Yao River lowland</headline>
    <description>受台风外围影响，预计11月4日凌晨起姚江、奉化江水位将超过警戒。低洼仓库可能进水。</description>
    <instruction>请转移或垫高低层货物，检查排水设施。</instruction>
    <area>
      <areaDesc>宁波市区、余姚、奉化低洼地区</areaDesc>
      <polygon>30.10,121.05 30.12,121.45 29.98,121.62 29.78,121.60 29.60,121.45 29.62,121.25 29.85,121.05 30.10,121.05</polygon>
    </area>
  </info>
</alert>
`
