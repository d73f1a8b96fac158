import { Trans } from '@lingui/react/macro'
import { type OpenApi, resolve, type Schema, typeWords } from './openapi.ts'
import style from './reference.module.css'

type Field = { name: string; place?: string; required: boolean; schema: Schema }

/** How deep fields of fields are shown. */
const deepest = 4

/** Fields with type, need and meaning; fields of fields stand indented below. */
export function SchemaTable(props: {
  document: OpenApi
  schema?: Schema
  fields?: Field[] /** In an answer every field is there: say nothing. */
  answer?: boolean
}) {
  const fields = props.fields ?? (props.schema ? fieldsOf(props.schema, props.document) : [])
  if (fields.length === 0) {
    return <p className={style.words}>{props.schema ? typeWords(resolve(props.schema, props.document)) : null}</p>
  }
  return (
    <ul className={style.fields}>
      {fields.map(field => (
        <FieldLine key={field.name} field={field} document={props.document} depth={0} answer={props.answer ?? false} />
      ))}
    </ul>
  )
}

type LineProps = { field: Field; document: OpenApi; depth: number; answer: boolean }

function FieldLine({ field, document, depth, answer }: LineProps) {
  const schema = resolve(field.schema, document)
  const inner = depth < deepest ? fieldsOf(schema, document) : []
  return (
    <li>
      <div className={style.field}>
        <code className={style.name}>{field.name}</code>
        <span className={style.type}>{typeWords(schema)}</span>
        {field.place && <span className={style.place}>{field.place}</span>}
        {field.required && !answer && (
          <span className={style.required}>
            <Trans>required</Trans>
          </span>
        )}
        {schema.default !== undefined && (
          <span className={style.place}>
            <Trans>default {JSON.stringify(schema.default)}</Trans>
          </span>
        )}
        {schema.description && <span className={style.meaning}>{schema.description}</span>}
      </div>
      {inner.length > 0 && (
        <ul className={style.fields}>
          {inner.map(one => (
            <FieldLine key={one.name} field={one} document={document} depth={depth + 1} answer={answer} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** The fields of an object, or of the objects in a list. */
function fieldsOf(schema: Schema, document: OpenApi): Field[] {
  const known = resolve(schema, document)
  if (known.properties) {
    return Object.entries(known.properties).map(([name, inner]) => ({
      name,
      required: known.required?.includes(name) ?? false,
      schema: inner,
    }))
  }
  if (known.items) return fieldsOf(known.items, document)
  const object = [...(known.anyOf ?? []), ...(known.allOf ?? []), ...(known.oneOf ?? [])].find(
    variant => resolve(variant, document).properties || variant.items,
  )
  return object ? fieldsOf(object, document) : []
}
