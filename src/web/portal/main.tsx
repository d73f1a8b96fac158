import '../tokens.css'
import './portal-base.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageContext } from '../../portal/pages/language.web.ts'
import { PortalApp } from '../../portal/pages/PortalApp.tsx'
import { reloadWhenCodeIsGone } from '../reload-once.ts'
import { portalLanguage, showPortalLanguage } from './portal-language.ts'

reloadWhenCodeIsGone()

/** Light or dark as the device is. */
const night = window.matchMedia('(prefers-color-scheme: dark)')
const dress = () => {
  document.documentElement.dataset.mantineColorScheme = night.matches ? 'dark' : 'light'
}
dress()
night.addEventListener('change', dress)

await showPortalLanguage(portalLanguage())

// After the first page: a device that has Chinese letters of its own never asks for one of these.
void import('./chinese-letters.ts')

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <LanguageContext value={showPortalLanguage}>
        <PortalApp />
      </LanguageContext>
    </I18nProvider>
  </StrictMode>,
)
