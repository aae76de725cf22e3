export const VariablesStage = () => null;
