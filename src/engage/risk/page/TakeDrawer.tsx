import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../web/api.ts'
import { DetailDrawer } from '../../../web/feedback/DetailDrawer.tsx'
import { FileDrop } from '../../../web/input/FileDrop.tsx'
import { Failed } from '../../../web/page/Failed.tsx'
import { useLanguage } from '../../../web/use-format.ts'
import style from '../risk.module.css'
import { alertStateName } from '../risk-words.ts'

/** Takes a file with a warning or with tracks, and says what became of it. */
export function TakeDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const take = useMutation(
    api.engage.risk.take.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.engage.risk.key() }),
    }),
  )
  const read = async (file: File | undefined) => {
    if (!file) return
    take.mutate({ content: base64(new Uint8Array(await file.arrayBuffer())) })
  }
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Take a warning`} size={480}>
      <div className={style.stack}>
        <FileDrop
          title={<Trans>Drop a warning or a storm track here</Trans>}
          note={<Trans>CAP 1.1 or 1.2 (.cap, .xml), or tracks in the columns of IBTrACS (.csv); up to 6 MB</Trans>}
          accept=".cap,.xml,.csv"
          disabled={take.isPending}
          onFiles={files => void read(files[0])}
        />
        {take.error && <Failed error={take.error} inline />}
        {take.data && (
          <ul className={style.taken} aria-live="polite">
            {take.data.items.map(item => (
              <li key={item.alertId}>
                <Link to="/risks/$id" params={{ id: String(item.alertId) }} className="link">
                  {item.title}
                </Link>
                <span className={style.quiet}>
                  {[
                    item.outcome === 'known' ? t`known already` : alertStateName(item.state, language),
                    plural(item.sites, { one: '# site exposed', other: '# sites exposed' }),
                  ].join(' · ')}
                </span>
              </li>
            ))}
            {take.data.setAside.length > 0 && (
              <li className={style.quiet}>
                {plural(take.data.setAside.length, {
                  one: '# line could not be read',
                  other: '# lines could not be read',
                })}
                {`: ${take.data.setAside
                  .slice(0, 8)
                  .map(each => each.line)
                  .join(', ')}`}
              </li>
            )}
          </ul>
        )}
      </div>
    </DetailDrawer>
  )
}

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
