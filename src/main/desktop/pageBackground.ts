/** The page's own background (`--surface-2` in tokens.css), so that the window does not flash while it loads. */
export const pageBackground = { light: '#f5f7f9', dark: '#11161c' }
