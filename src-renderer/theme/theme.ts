import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import overrides from './overrides.module.css'

const harbour: MantineColorsTuple = [
  '#e9eefc',
  '#d3ddf9',
  '#adc0ff',
  '#90a9ff',
  '#6b8af2',
  '#4064df',
  '#2f55d4',
  '#2747b3',
  '#203a92',
  '#182c70'
]

const alarm: MantineColorsTuple = [
  '#fdecec',
  '#f9d5d5',
  '#ffaba8',
  '#ff8783',
  '#ee6561',
  '#d03b38',
  '#c62f2f',
  '#a82525',
  '#8a1d1d',
  '#681414'
]

const quick = { duration: 120, transition: 'fade' } as const

// What opens beside a control belongs to the main landmark, not to the bare page.
const floating = { target: '#floating' }

// The list itself scrolls: around it the kit would put a second, unreachable one.
const choices = { defaultProps: { withScrollArea: false }, classNames: { options: overrides.options } }

/** What the kit may decide by itself; colours come from the tokens. */
export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 6, dark: 5 },
  colors: { harbour, red: alarm },
  fontFamily: 'var(--kq-sans)',
  fontFamilyMonospace: 'var(--kq-mono)',
  defaultRadius: 'sm',
  radius: { sm: '6px', md: '10px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: { fontFamily: 'var(--kq-sans)', fontWeight: '600' },
  shadows: { sm: 'var(--kq-shadow)', md: 'var(--kq-shadow)', lg: 'var(--kq-shadow)', xl: 'var(--kq-shadow)' },
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' }, classNames: { root: overrides.button } },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 28 },
      classNames: { root: overrides.actionIcon }
    },
    Tooltip: {
      defaultProps: { openDelay: 400, transitionProps: quick, portalProps: floating },
      classNames: { tooltip: overrides.tooltip }
    },
    Menu: {
      defaultProps: {
        shadow: 'sm',
        radius: 'md',
        transitionProps: quick,
        offset: 4,
        withInitialFocusPlaceholder: false,
        portalProps: floating
      },
      classNames: { dropdown: overrides.dropdown, item: overrides.menuItem, label: overrides.menuLabel }
    },
    Popover: {
      defaultProps: { shadow: 'sm', radius: 'md', transitionProps: quick, portalProps: floating },
      classNames: { dropdown: overrides.dropdown }
    },
    Modal: {
      defaultProps: {
        radius: 'md',
        transitionProps: { duration: 120, transition: 'pop' },
        centered: true,
        yOffset: 'min(5dvh, 24px)'
      },
      classNames: {
        content: overrides.modal,
        header: overrides.modalHeader,
        title: overrides.modalTitle,
        body: overrides.modalBody,
        overlay: overrides.overlay
      }
    },
    // Its title belongs to the dialog. As a banner it would be the page's, and two dialogs would have two.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Input: { defaultProps: { size: 'sm' }, classNames: { input: overrides.input } },
    InputWrapper: {
      classNames: { label: overrides.label, description: overrides.description, error: overrides.error }
    },
    SegmentedControl: {
      defaultProps: { withItemsBorders: false },
      classNames: {
        root: overrides.segmented,
        indicator: overrides.segmentedIndicator,
        label: overrides.segmentedLabel
      }
    },
    Notification: { classNames: { root: overrides.toast, description: overrides.toastText } },
    Switch: { defaultProps: { size: 'sm', withThumbIndicator: false }, classNames: { description: overrides.tickHelp } },
    Checkbox: { classNames: { input: overrides.tick, description: overrides.tickHelp } },
    Radio: { classNames: { radio: overrides.tick, description: overrides.tickHelp } },
    Select: choices,
    Autocomplete: choices,
    TagsInput: choices,
    Tabs: {
      defaultProps: { keepMounted: false },
      classNames: { list: overrides.tabs, tab: overrides.tab }
    },
    Kbd: { classNames: { root: overrides.kbd } }
  }
})

// Set for each scheme and not for both: the kit's own values for a scheme outrank what is common.
const tokenColours = {
  '--mantine-color-text': 'var(--kq-text)',
  '--mantine-color-body': 'var(--kq-bg-1)',
  '--mantine-color-dimmed': 'var(--kq-text-3)',
  '--mantine-color-default': 'var(--kq-bg-1)',
  '--mantine-color-default-hover': 'var(--kq-bg-2)',
  '--mantine-color-default-color': 'var(--kq-text)',
  '--mantine-color-default-border': 'var(--kq-border)',
  '--mantine-color-placeholder': 'var(--kq-text-3)',
  '--mantine-color-error': 'var(--kq-danger)',
  '--mantine-color-anchor': 'var(--kq-accent)',
  '--mantine-color-gray-light-color': 'var(--kq-text-2)',
  '--mantine-color-gray-light-hover': 'var(--kq-hover)',
  '--mantine-color-red-light-color': 'var(--kq-danger)',
  '--mantine-color-harbour-light-color': 'var(--kq-accent)'
}

/** Points the kit's own variables at the tokens, so that one place decides every colour. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: tokenColours,
  dark: tokenColours
})
