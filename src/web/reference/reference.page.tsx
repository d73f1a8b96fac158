import { Trans, useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Failed } from '../page/Failed.tsx'
import { PageHeader } from '../page/PageHeader.tsx'
import { PageSkeleton } from '../page/Skeletons.tsx'
import { Mark } from '../shell/Mark.tsx'
import { LanguageSwitch, ThemeSwitch } from '../shell/TopBar.tsx'
import { documentQuery } from './document-query.ts'
import { OperationPart } from './OperationPart.tsx'
import { type OpenApi, operationsOf } from './openapi.ts'
import style from './reference.module.css'

/** The reference of the API, drawn from /api/openapi.json alone: what is here is what the server does. */
export function ReferencePage() {
  const { t } = useLingui()
  const document_ = useQuery(documentQuery)
  useEffect(() => {
    document.title = `${t`API reference`} · Vitalfew`
  }, [t])
  return (
    <div className={style.page}>
      <header className={style.bar}>
        <Link to="/" className={style.home}>
          <Mark size={24} />
          <Trans>API reference</Trans>
        </Link>
        <span className={style.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      {document_.isPending && (
        <main className={style.content}>
          <PageSkeleton />
        </main>
      )}
      {document_.isError && (
        <main className={style.content}>
          <Failed error={document_.error} onRetry={() => void document_.refetch()} />
        </main>
      )}
      {document_.data && <Reference document={document_.data} />}
    </div>
  )
}

function Reference({ document }: { document: OpenApi }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const asked = words.trim().toLowerCase()
  const groups = operationsOf(document)
    .map(group => ({
      ...group,
      operations: group.operations.filter(operation =>
        `${operation.method} ${operation.path} ${operation.summary}`.toLowerCase().includes(asked),
      ),
    }))
    .filter(group => group.operations.length > 0)

  return (
    <div className={style.columns}>
      <nav className={style.index} aria-label={t`Operations`}>
        <TextInput
          size="xs"
          aria-label={t`Find an operation`}
          placeholder={t`Find an operation`}
          leftSection={<IconSearch size={14} />}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        {groups.map(group => (
          <div key={group.group}>
            <a className={style.group} href={`#${slug(group.group)}`}>
              {group.group}
            </a>
            <ul className={style.links}>
              {group.operations.map(operation => (
                <li key={operation.id}>
                  <a href={`#${slug(operation.id)}`} className={style.link}>
                    {operation.summary}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <main className={style.content}>
        <PageHeader
          title={document.info.title}
          context={[
            t({ message: `Version ${document.info.version}`, context: 'of the API' }),
            'OpenAPI 3.1',
            <a key="json" className="link" href="/api/openapi.json">
              /api/openapi.json
            </a>,
          ]}
        />
        <p className={style.words}>{codeWords(document.info.description ?? '')}</p>
        <p className={style.words}>
          <Trans>
            Programs sign in with an API key in the header <code>Authorization: Bearer …</code>; an administrator makes
            keys under People and rights.
          </Trans>
        </p>
        {groups.map(group => (
          <section key={group.group} id={slug(group.group)} aria-label={group.group}>
            <h2 className={style.groupTitle}>{group.group}</h2>
            {group.operations.map(operation => (
              <OperationPart key={operation.id} id={slug(operation.id)} operation={operation} document={document} />
            ))}
          </section>
        ))}
        {groups.length === 0 && (
          <p className={style.words}>
            <Trans>No operation fits these words.</Trans>
          </p>
        )}
      </main>
    </div>
  )
}

/** Words between backticks as code. */
function codeWords(text: string) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed sentence
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
