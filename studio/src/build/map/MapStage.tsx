export const MapStage = () => null;
