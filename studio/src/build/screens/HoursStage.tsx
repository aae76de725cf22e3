export const HoursStage = () => null;
