export const ConflictDialog = () => null;
