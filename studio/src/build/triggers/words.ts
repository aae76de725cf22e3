// What the cards of triggers say besides what the trigger itself says.
export const words = {
  noFlow: "no flow yet",
  to: (flow: string) => `To ${flow}`,
};
