export const BottomBar = ({ app }: { app: string; onGo: () => void }) => <footer className="bottombar" data-app={app} />;
