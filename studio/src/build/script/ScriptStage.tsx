export const ScriptStage = ({ flow }: { flow?: string }) => <div data-script={flow} />;
