/** Keeps a word for later in a place that may be full or refuse; then the page goes on, and forgets it when it goes. */
export function store(place: Pick<Storage, "setItem">, key: string, word: string) {
  try {
    place.setItem(key, word);
  } catch {
    // A browser that keeps nothing, or no more.
  }
}
