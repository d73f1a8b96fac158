import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { BarByMonth } from '../charts/BarByMonth.tsx'
import { CurveChart } from '../charts/CurveChart.tsx'
import type { RankRange } from '../charts/curve.ts'
import { FlowChart } from '../charts/FlowChart.tsx'
import { RequestFailed } from '../failure.ts'
import { Amount, Share } from '../figures/Amount.tsx'
import { FigureTile, Tiles } from '../figures/FigureTile.tsx'
import { ScoreBar } from '../figures/ScoreBar.tsx'
import { TierBadge } from '../figures/TierBadge.tsx'
import { WindowPicker } from '../input/WindowPicker.tsx'
import type { WindowChoice } from '../input/window.ts'
import { PageHeader } from '../page/PageHeader.tsx'
import { Section } from '../page/Section.tsx'
import { ChartSkeleton, LinesSkeleton, TilesSkeleton } from '../page/Skeletons.tsx'
import { SessionContext } from '../session.ts'
import { DemoBanner } from '../shell/DemoBanner.tsx'
import { KeysSheet } from '../shell/KeysSheet.tsx'
import { Palette } from '../shell/Palette.tsx'
import { PhoneBar } from '../shell/PhoneBar.tsx'
import { Rail } from '../shell/Rail.tsx'
import shell from '../shell/Shell.module.css'
import { TopBar } from '../shell/TopBar.tsx'
import * as fixtures from './fixtures.ts'
import { GalleryFeedback } from './GalleryFeedback.tsx'
import { GalleryTable } from './GalleryTable.tsx'

/** Every shared component in its states, inside the real frame. Not translated: it is for those who build pages. */
export function GalleryPage() {
  const [closed, setClosed] = useState(false)
  const [sheet, setSheet] = useState(false)
  const [choice, setChoice] = useState<WindowChoice>({})
  const [brush, setBrush] = useState<RankRange | null>(null)
  return (
    <SessionContext value={fixtures.session}>
      <div className={shell.shell} data-closed={closed || undefined}>
        <Rail closed={closed} onToggle={() => setClosed(!closed)} />
        <div className={shell.side}>
          <DemoBanner />
          <TopBar onKeys={() => setSheet(true)} />
          <main id="content" className={shell.content}>
            <PageHeader
              title="Vital few"
              context={['2 Dec 2024 – 1 Dec 2025', 'CNY', 'as of 1 December 2025', 'ledger fresh 5 minutes ago']}
              actions={
                <>
                  <Button variant="default">Export</Button>
                  <Button>Begin a review</Button>
                </>
              }
            >
              <WindowPicker
                choice={choice}
                bounds={{ first: '2023-01-01', last: '2025-12-01', fiscalYearStart: 4 }}
                onChange={setChoice}
              />
            </PageHeader>
            <Figures />
            <CurveChart
              title="Whale curve"
              note="CNY, cumulative contribution by rank"
              measure="Contribution"
              points={fixtures.whale}
              brush={brush}
              onBrush={setBrush}
            />
            <CurveChart
              title="Pareto curve"
              note="CNY, cumulative revenue by rank"
              measure="Revenue"
              points={fixtures.pareto}
              mark80
              brush={null}
              onBrush={setBrush}
              height={260}
            />
            <GalleryTable brush={brush} />
            <BarByMonth
              title="By month"
              note="CNY"
              months={fixtures.months}
              series={[
                { name: 'Revenue', tone: 'revenue', values: fixtures.monthRevenue },
                { name: 'Contribution', tone: 'profit', values: fixtures.monthContribution },
              ]}
            />
            <FlowChart
              title="Moves between tiers"
              note="Accounts, against the review of 31 March"
              before="Now"
              after="With this policy"
              flows={fixtures.flows}
              tiers={[
                { key: 'platinum', name: 'Platinum', colour: 'var(--vf-platinum)' },
                { key: 'gold', name: 'Gold', colour: 'var(--vf-gold)' },
                { key: 'silver', name: 'Silver', colour: 'var(--vf-silver)' },
                { key: 'none', name: 'No tier', colour: 'var(--vf-line-strong)' },
              ]}
              onOpen={() => undefined}
            />
            <GalleryFeedback error={refused} />
            <Section title="Skeletons">
              <TilesSkeleton />
              <ChartSkeleton height={120} />
              <LinesSkeleton />
            </Section>
          </main>
        </div>
        <PhoneBar />
      </div>
      <Palette />
      <KeysSheet opened={sheet} onClose={() => setSheet(false)} />
    </SessionContext>
  )
}

const refused = new RequestFailed({
  status: 409,
  code: 'import_under_way',
  title: 'import under way',
  detail: 'Another import is writing to the ledger. Yours was kept and can be started again in a minute.',
  issues: [],
})

function Figures() {
  return (
    <>
      <Tiles>
        <FigureTile label="Revenue" note={<Share value={0.121} signed />}>
          <Amount value="80487704.2043" form="compact" />
        </FigureTile>
        <FigureTile label="Contribution" note="0.6% of revenue">
          <Amount value="-667312.7375" form="compact" />
        </FigureTile>
        <FigureTile label="Accounts for 80%" note="of 493 accounts">
          187
        </FigureTile>
        <FigureTile label="Top fifth" note="99 accounts">
          <Share value={null} unknown="The whole is a loss: a share has no meaning" />
        </FigureTile>
        <FigureTile label="Cost to serve" loading>
          –
        </FigureTile>
      </Tiles>
      <Section title="Tiers and points" note="Letter, tint and movement">
        <Group gap="md">
          <TierBadge tier="platinum" named />
          <TierBadge tier="gold" named movement="up" />
          <TierBadge tier="silver" named movement="down" />
          <TierBadge tier="special" named />
          <TierBadge tier={null} />
          <TierBadge tier="platinum" />
          <TierBadge tier="gold" />
          <TierBadge tier="silver" />
          <TierBadge tier="special" />
        </Group>
        <div style={{ maxWidth: 420 }}>
          <ScoreBar points={22.5} of={30} label="Contribution" threshold={26} />
          <ScoreBar points={0} of={20} label="Growth" />
        </div>
      </Section>
    </>
  )
}
