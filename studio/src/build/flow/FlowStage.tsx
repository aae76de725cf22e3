export const FlowStage = () => null;
