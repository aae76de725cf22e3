export const ThemeStage = () => null;
