export const AnswersStage = () => null;
