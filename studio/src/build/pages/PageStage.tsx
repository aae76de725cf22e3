export const PageStage = ({ flow, step }: { flow: string; step: string }) => <div data-page={`${flow}/${step}`} />;
