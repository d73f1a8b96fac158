import Markdown, { defaultUrlTransform } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import style from './timeline.module.css'

/** A note as it reads. HTML in it stays text, pictures are not fetched, links open apart. */
export function NoteBody({ text }: { text: string }) {
  return (
    <div className={style.markdown}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        disallowedElements={['img']}
        unwrapDisallowed
        urlTransform={url => (url.startsWith('person:') ? url : defaultUrlTransform(url))}
        components={{
          a: ({ href = '', children }) =>
            href.startsWith('person:') ? (
              <span className={style.mention}>{children}</span>
            ) : (
              <a href={href} target="_blank" rel="noreferrer noopener" className="link">
                {children}
              </a>
            ),
          // A heading of the note is none of the page.
          h1: ({ children }) => <p className={style.noteHeading}>{children}</p>,
          h2: ({ children }) => <p className={style.noteHeading}>{children}</p>,
          h3: ({ children }) => <p className={style.noteHeading}>{children}</p>,
        }}
      >
        {text}
      </Markdown>
    </div>
  )
}
