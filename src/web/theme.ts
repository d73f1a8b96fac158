import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The accent's shades; 8 is the button on paper, 6 the button at night (both AA with white). */
const pine: MantineColorsTuple = [
  '#eef7f4',
  '#dcede8',
  '#b5dacf',
  '#89c6b5',
  '#5cc6b0',
  '#33a08a',
  '#117e6d',
  '#0f6f60',
  '#0d5c50',
  '#0a4a40',
]

/** Mantine's greys of the night, in the tone of tokens.css: 0 text, 4 lines, 6 fields, 7 paper. */
const dark: MantineColorsTuple = [
  '#e9ebed',
  '#b0b6bd',
  '#939aa2',
  '#6b7178',
  '#42474e',
  '#2a2e33',
  '#1d2024',
  '#16181b',
  '#111315',
  '#0c0e10',
]

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  colors: { pine, dark },
  fontFamily: 'var(--vf-font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '620',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 500 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    InputWrapper: {
      styles: {
        label: { fontSize: 13, fontWeight: 500, marginBottom: 4 },
        description: { fontSize: 12, marginBottom: 6, lineHeight: 1.35 },
        error: { fontSize: 12 },
      },
    },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    PinInput: { defaultProps: { placeholder: '' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    MultiSelect: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Badge: {
      defaultProps: { size: 'sm', radius: 'sm', variant: 'light' },
      styles: { root: { textTransform: 'none' } },
    },
    Modal: { defaultProps: { centered: true, radius: 'lg', padding: 24, overlayProps: { backgroundOpacity: 0.4 } } },
    Drawer: { defaultProps: { padding: 24 } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
    Tabs: { styles: { tab: { fontSize: 13, fontWeight: 500 } } },
  },
})

/** Mantine's own surfaces take the product's tokens, so that both speak one palette in both themes. */
export const themeVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--vf-paper)',
    '--mantine-color-text': 'var(--vf-ink)',
    '--mantine-color-dimmed': 'var(--vf-ink-quiet)',
    '--mantine-color-default': 'var(--vf-paper)',
    '--mantine-color-default-hover': 'var(--vf-paper-hover)',
    '--mantine-color-default-color': 'var(--vf-ink)',
    '--mantine-color-default-border': 'var(--vf-line-strong)',
    '--mantine-color-placeholder': 'var(--vf-ink-faint)',
    '--mantine-color-anchor': 'var(--vf-accent)',
    '--mantine-color-error': 'var(--vf-danger)',
    '--mantine-color-disabled': 'var(--vf-paper-hover)',
    '--mantine-color-disabled-color': 'var(--vf-ink-faint)',
    '--mantine-color-disabled-border': 'var(--vf-line)',
    '--mantine-color-gray-light-color': 'var(--vf-ink-quiet)',
    '--mantine-color-pine-light': 'var(--vf-accent-tint)',
    '--mantine-color-pine-light-color': 'var(--vf-accent)',
  }
  return { variables: {}, light: shared, dark: shared }
}
