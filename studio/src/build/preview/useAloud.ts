import { useEffect, useRef } from "react";
import type { Line } from "./thread";

export const canSpeak = () => typeof window !== "undefined" && "speechSynthesis" in window;

/** Reads aloud what is new on the call, where the browser has a voice. */
export function useAloud(aloud: boolean, lines: Line[], language: string | undefined) {
  const read = useRef(0);
  useEffect(() => {
    if (!canSpeak()) return;
    if (!aloud) {
      read.current = lines.length;
      window.speechSynthesis.cancel();
      return;
    }
    if (lines.length < read.current) read.current = 0;
    for (const line of lines.slice(read.current).filter(it => it.who === "app")) {
      const speech = new SpeechSynthesisUtterance(line.text);
      if (language) speech.lang = language;
      window.speechSynthesis.speak(speech);
    }
    read.current = lines.length;
  }, [aloud, lines, language]);
  useEffect(() => () => { if (canSpeak()) window.speechSynthesis.cancel(); }, []);
}
