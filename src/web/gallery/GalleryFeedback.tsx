import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../feedback/ConfirmDialog.tsx'
import { DetailDrawer } from '../feedback/DetailDrawer.tsx'
import { ProgressSteps } from '../feedback/ProgressSteps.tsx'
import { sayDone, sayFailed, sayUndoable } from '../feedback/say.tsx'
import { FileDrop } from '../input/FileDrop.tsx'
import { Failed, Refused } from '../page/Failed.tsx'
import { Section } from '../page/Section.tsx'

export function GalleryFeedback({ error }: { error: unknown }) {
  const [dialog, setDialog] = useState(false)
  const [drawer, setDrawer] = useState(false)
  return (
    <Section title="Feedback">
      <FileDrop
        title="Drop a ledger here"
        note="CSV, XLSX or Parquet, also gzipped. Nothing is written before you confirm."
        onFiles={() => undefined}
      />
      <ProgressSteps
        label="Import of invoices.csv"
        share={0.62}
        rate={{ perSecond: 41_200, unit: 'lines' }}
        remainingSeconds={74}
        onCancel={() => undefined}
        steps={[
          { key: 'read', name: 'Read the file', state: 'done', result: '541,909 rows' },
          { key: 'check', name: 'Check every row', state: 'running', result: '336,000 rows' },
          { key: 'write', name: 'Write to the ledger', state: 'waiting' },
        ]}
      />
      <Failed error={error} inline onRetry={() => undefined} />
      <Group>
        <Button variant="default" onClick={() => setDialog(true)}>
          Confirm
        </Button>
        <Button variant="default" onClick={() => setDrawer(true)}>
          Drawer
        </Button>
        <Button
          variant="default"
          onClick={() => sayUndoable('View “Large and losing” deleted', () => sayDone('View is back'))}
        >
          Undo
        </Button>
        <Button variant="default" onClick={() => sayFailed(error)}>
          Failed
        </Button>
      </Group>
      <Refused />
      <ConfirmDialog
        opened={dialog}
        onClose={() => setDialog(false)}
        title="Undo import 12"
        losses={['60,919 lines leave the ledger', '635 accounts that nothing else uses are removed']}
        action="Undo the import"
        onConfirm={() => setDialog(false)}
      >
        The file can be imported again at any time.
      </ConfirmDialog>
      <DetailDrawer opened={drawer} onClose={() => setDrawer(false)} title="Ningbo Harbour Systems">
        Details stand here.
      </DetailDrawer>
    </Section>
  )
}
