import { Button, createTheme, Drawer, Menu, Modal, type MantineColorsTuple, Select, TextInput } from "@mantine/core";

const action: MantineColorsTuple = [
  "#eef3ff", "#dce5ff", "#b6c9fd", "#8eabfa", "#6c91f6", "#4b77f0", "#2f5bea", "#2750d4", "#2045bb", "#1a3a9f",
];
const ink: MantineColorsTuple = [
  "#e6eaf3", "#c9d0de", "#9aa5ba", "#6f7b93", "#3b4458", "#262d3b", "#1a202c", "#12161f", "#0d1017", "#08090d",
];

/** A dialog's head is a `header`, which screen readers would take for the banner of the whole page. */
const noBanner = { header: { role: "presentation" } };

export const theme = createTheme({
  primaryColor: "action",
  primaryShade: { light: 6, dark: 6 },
  colors: { action, dark: ink },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  defaultRadius: 8,
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: "620" },
  shadows: { md: "var(--w-shadow)", xl: "var(--w-shadow)" },
  focusRing: "auto",
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "sm" } }),
    Select: Select.extend({ defaultProps: { size: "sm", allowDeselect: false, checkIconPosition: "right" } }),
    Drawer: Drawer.extend({ defaultProps: { attributes: noBanner } }),
    Modal: Modal.extend({
      defaultProps: { attributes: noBanner, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 }, centered: false, yOffset: "4vh", padding: 24 },
    }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 0 } } }),
  },
});
