import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { sayDone } from '../../web/feedback/say.tsx'
import { type PartnerWhole, useMessageWords, usePartnerWrites } from './messages.web.ts'
import style from './partners.module.css'

/** What the codes of the partner's account mean: the cross-reference. */
export function MappedCodes({ partner }: { partner: PartnerWhole }) {
  const { t } = useLingui()
  const { kinds } = useMessageWords()
  const { unmap } = usePartnerWrites()
  const { mappedCodes: codes, id } = partner
  return (
    <section className={style.part}>
      <h3>
        <Trans>Cross-reference</Trans>
      </h3>
      {codes.length === 0 ? (
        <p>
          <Trans>
            Nothing is mapped yet. GTIN, GLN, our own codes and the codes of the account’s sites are understood without.
          </Trans>
        </p>
      ) : (
        <ul className={style.codes}>
          {codes.map(code => (
            <li key={code.id} className={`${style.code} ${style.mapped}`}>
              <div>
                <div className={style.name}>{code.code}</div>
                <div className={style.caption}>{kinds[code.kind]}</div>
              </div>
              <span>{code.meaning}</span>
              {partner.mayEdit && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t`Forget what ${code.code} means`}
                  onClick={() =>
                    unmap.mutate(
                      { id, codeId: code.id },
                      { onSuccess: () => sayDone(t`${code.code} is no longer mapped.`) },
                    )
                  }
                >
                  <Trans context="code">Forget</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
