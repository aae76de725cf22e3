export const PreviewPhone = ({ onClose }: { onClose: () => void }) => <button type="button" onClick={onClose} />;
