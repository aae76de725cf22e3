export const RecordsStage = () => null;
