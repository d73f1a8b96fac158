type Region = 'CN' | 'VN' | 'TH' | 'ID' | 'SG' | 'MY' | 'PH'

/** First day, days, name. A weekend that is worked has 补班 in its name, as Chinese calendars write it. */
type Row = [first: string, days: number, name: string]

/** Public holidays of the demo's countries in 2026 and at the turn of the year, as a publisher's calendar has them. */
const rows: Record<Region, Row[]> = {
  CN: [
    ['2026-01-01', 3, '元旦 New Year'],
    ['2026-01-04', 1, '元旦补班'],
    ['2026-02-14', 1, '春节补班'],
    ['2026-02-15', 9, '春节 Spring Festival'],
    ['2026-02-28', 1, '春节补班'],
    ['2026-04-04', 3, '清明节 Tomb-sweeping Day'],
    ['2026-05-01', 5, '劳动节 Labour Day'],
    ['2026-05-09', 1, '劳动节补班'],
    ['2026-06-19', 3, '端午节 Dragon Boat Festival'],
    ['2026-09-20', 1, '国庆节补班'],
    ['2026-09-25', 3, '中秋节 Mid-Autumn Festival'],
    ['2026-10-01', 7, '国庆节 National Day'],
    ['2026-10-10', 1, '国庆节补班'],
    ['2027-01-01', 3, '元旦 New Year'],
  ],
  VN: [
    ['2026-01-01', 1, 'Tết Dương lịch'],
    ['2026-02-16', 5, 'Tết Nguyên Đán'],
    ['2026-04-27', 1, 'Giỗ Tổ Hùng Vương'],
    ['2026-04-30', 2, 'Ngày Thống nhất'],
    ['2026-09-01', 2, 'Quốc khánh'],
    ['2027-01-01', 1, 'Tết Dương lịch'],
  ],
  TH: [
    ['2026-01-01', 2, 'New Year'],
    ['2026-03-03', 1, 'Makha Bucha'],
    ['2026-04-06', 1, 'Chakri Day'],
    ['2026-04-13', 3, 'Songkran'],
    ['2026-05-01', 1, 'Labour Day'],
    ['2026-05-04', 1, 'Coronation Day'],
    ['2026-06-01', 1, 'Visakha Bucha'],
    ['2026-06-03', 1, 'The Queen’s Birthday'],
    ['2026-07-28', 2, 'The King’s Birthday'],
    ['2026-08-12', 1, 'Mother’s Day'],
    ['2026-10-13', 1, 'King Bhumibol Memorial Day'],
    ['2026-10-23', 1, 'Chulalongkorn Day'],
    ['2026-12-07', 1, 'Father’s Day'],
    ['2026-12-10', 1, 'Constitution Day'],
    ['2026-12-31', 2, 'New Year'],
  ],
  ID: [
    ['2026-01-01', 1, 'Tahun Baru'],
    ['2026-01-16', 1, 'Isra Mikraj'],
    ['2026-02-17', 1, 'Imlek'],
    ['2026-03-19', 3, 'Nyepi, Idulfitri'],
    ['2026-04-03', 1, 'Wafat Yesus Kristus'],
    ['2026-05-01', 1, 'Hari Buruh'],
    ['2026-05-14', 1, 'Kenaikan Yesus Kristus'],
    ['2026-05-27', 1, 'Iduladha'],
    ['2026-06-01', 1, 'Hari Lahir Pancasila'],
    ['2026-06-16', 1, 'Tahun Baru Islam'],
    ['2026-08-17', 1, 'Hari Kemerdekaan'],
    ['2026-08-25', 1, 'Maulid Nabi'],
    ['2026-12-25', 1, 'Natal'],
    ['2027-01-01', 1, 'Tahun Baru'],
  ],
  SG: [
    ['2026-01-01', 1, 'New Year'],
    ['2026-02-17', 2, 'Chinese New Year'],
    ['2026-04-03', 1, 'Good Friday'],
    ['2026-05-01', 1, 'Labour Day'],
    ['2026-05-27', 1, 'Hari Raya Haji'],
    ['2026-06-01', 1, 'Vesak Day'],
    ['2026-08-10', 1, 'National Day'],
    ['2026-11-09', 1, 'Deepavali'],
    ['2026-12-25', 1, 'Christmas Day'],
    ['2027-01-01', 1, 'New Year'],
  ],
  MY: [
    ['2026-02-17', 2, 'Tahun Baru Cina'],
    ['2026-03-20', 4, 'Hari Raya Aidilfitri'],
    ['2026-05-01', 1, 'Hari Pekerja'],
    ['2026-05-27', 1, 'Hari Raya Haji'],
    ['2026-06-01', 1, 'Hari Keputeraan Agong'],
    ['2026-06-17', 1, 'Awal Muharram'],
    ['2026-08-25', 1, 'Maulidur Rasul'],
    ['2026-08-31', 1, 'Hari Kebangsaan'],
    ['2026-09-16', 1, 'Hari Malaysia'],
    ['2026-11-09', 1, 'Deepavali'],
    ['2026-12-25', 1, 'Hari Krismas'],
  ],
  PH: [
    ['2026-01-01', 1, 'New Year’s Day'],
    ['2026-04-02', 2, 'Maundy Thursday, Good Friday'],
    ['2026-04-09', 1, 'Araw ng Kagitingan'],
    ['2026-05-01', 1, 'Labor Day'],
    ['2026-06-12', 1, 'Independence Day'],
    ['2026-08-31', 1, 'National Heroes Day'],
    ['2026-11-02', 1, 'All Souls’ Day'],
    ['2026-11-30', 1, 'Bonifacio Day'],
    ['2026-12-08', 1, 'Immaculate Conception'],
    ['2026-12-24', 2, 'Christmas'],
    ['2026-12-30', 3, 'Rizal Day, New Year'],
  ],
}

/** One iCalendar file for each region, as its publisher would offer it. */
export const holidayFiles: readonly { region: Region; name: string; icalendar: string }[] = Object.entries(rows).map(
  ([region, days]) => ({
    region: region as Region,
    name: `holidays-${region}-2026.ics`,
    icalendar: [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Vitalfew//Demo//EN',
      ...days.flatMap(([first, length, name]) => eventOf(region, first, length, name)),
      'END:VCALENDAR',
    ].join('\r\n'),
  }),
)

function eventOf(region: string, first: string, length: number, name: string): string[] {
  const end = new Date(Date.parse(first) + length * 86_400_000).toISOString().slice(0, 10)
  return [
    'BEGIN:VEVENT',
    `UID:${region}-${first}@demo`,
    `SUMMARY:${name}`,
    `DTSTART;VALUE=DATE:${first.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${end.replaceAll('-', '')}`,
    'END:VEVENT',
  ]
}
