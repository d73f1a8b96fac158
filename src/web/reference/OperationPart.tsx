import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { curlOf, type OpenApi, type Operation } from './openapi.ts'
import style from './reference.module.css'
import { SchemaTable } from './SchemaTable.tsx'

type Props = { id: string; operation: Operation; document: OpenApi }

/** One operation: what it takes, what it answers, a line to try it with. */
export function OperationPart({ id, operation, document }: Props) {
  const { t } = useLingui()
  const curl = curlOf(operation, document, window.location.origin)
  const done = operation.answers.filter(answer => answer.status.startsWith('2'))
  return (
    <article id={id} className={style.operation} aria-label={operation.summary}>
      <h3 className={style.title}>{operation.summary}</h3>
      <p className={style.address}>
        <span className={style.method} data-method={operation.method}>
          {operation.method}
        </span>
        <code>/api{operation.path}</code>
      </p>
      {operation.description && <p className={style.words}>{operation.description}</p>}
      {operation.roles && (
        <p className={style.words}>
          <Trans>
            Open to: {operation.roles.length > 0 ? operation.roles.join(', ') : t`everyone, without signing in`}
          </Trans>
        </p>
      )}
      {operation.parameters.length > 0 && (
        <Part title={<Trans>Parameters</Trans>}>
          <SchemaTable
            document={document}
            fields={operation.parameters.map(parameter => ({
              name: parameter.name,
              place: parameter.in,
              required: parameter.required === true,
              schema: { description: parameter.description, ...parameter.schema },
            }))}
          />
        </Part>
      )}
      {operation.body && (
        <Part title={<Trans>Body (JSON)</Trans>}>
          <SchemaTable document={document} schema={operation.body} />
        </Part>
      )}
      {done.map(answer => (
        <Part key={answer.status} title={<Trans>Answer {answer.status}</Trans>}>
          {answer.schema && <SchemaTable document={document} schema={answer.schema} answer />}
        </Part>
      ))}
      <Part title={<Trans>Example</Trans>}>
        <div className={style.example}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
          <pre tabIndex={0}>{curl}</pre>
          <CopyButton value={curl}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" className={style.copy} onClick={copy}>
                {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
              </Button>
            )}
          </CopyButton>
        </div>
      </Part>
    </article>
  )
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className={style.part}>
      <h4 className={style.partTitle}>{title}</h4>
      {children}
    </div>
  )
}
