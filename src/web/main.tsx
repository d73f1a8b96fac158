import './tokens.css'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-sc/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './base.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HintLayer } from './feedback/HintLayer.tsx'
import { languageToShow, showLanguage } from './language.ts'
import { registerServiceWorker } from './offline/register-service-worker.ts'
import { createQueryClient } from './query-client.ts'
import { reloadWhenCodeIsGone } from './reload-once.ts'
import { createAppRouter } from './router.ts'
import { theme, themeVariables } from './theme.ts'

/** Styles made at run time carry the page's nonce: the content security policy lets in no others. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
;(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce

reloadWhenCodeIsGone()
void registerServiceWorker()

const queryClient = createQueryClient(() => {
  const { href, pathname } = router.state.location
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { from: href } })
})
const router = createAppRouter(queryClient)

await showLanguage(languageToShow(null))

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={themeVariables}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <RouterProvider router={router} />
          <Notifications position="bottom-right" limit={4} />
          <HintLayer />
        </MantineProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
