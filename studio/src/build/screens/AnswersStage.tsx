import { Textarea } from "@mantine/core";
import { Card } from "../../parts/Page";
import { useDoc, useEditor } from "../useEditor";
import { words } from "../words";
import { Screen, Typed } from "./Screen";

const w = words.screens;
type Channel = keyof typeof w.answerOf;

/** What is said when it errs, and whose voice speaks. */
export function AnswersStage() {
  const editor = useEditor();
  const answers = useDoc(doc => doc.answers);
  const voice = useDoc(doc => doc.voice);
  const answer = (channel: Channel, text: string) => editor.change(w.changed(w.answers), doc => {
    doc.answers ??= {};
    if (text) doc.answers[channel] = text;
    else delete doc.answers[channel];
    if (Object.keys(doc.answers).length === 0) delete doc.answers;
  }, `answers/${channel}`);
  const speak = (key: "name" | "language", text: string) => editor.change(w.changed(w.voice), doc => {
    doc.voice ??= {};
    if (text) doc.voice[key] = text;
    else delete doc.voice[key];
    if (Object.keys(doc.voice).length === 0) delete doc.voice;
  });
  return (
    <Screen title={w.answers} text={w.answersText}>
      <Card title={w.answers}>
        <div className="pad stack">
          {(Object.keys(w.answerOf) as Channel[]).map(it => <Textarea key={it} size="sm" label={w.answerOf[it]} autosize minRows={2} value={answers?.[it] ?? ""} data-field={`answers/${it}`} onChange={e => answer(it, e.currentTarget.value)} />)}
        </div>
      </Card>
      <Card title={w.voice}>
        <div className="pad stack">
          <p className="dim small">{w.voiceText}</p>
          <div className="halves">
            <Typed label={w.voiceName} value={voice?.name ?? ""} data-field="voice/name" onDone={text => speak("name", text)} />
            <Typed label={w.voiceLanguage} value={voice?.language ?? ""} data-field="voice/language" onDone={text => speak("language", text)} />
          </div>
        </div>
      </Card>
    </Screen>
  );
}
