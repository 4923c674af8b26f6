package stet.app.review;

import stet.app.ServedCollection;
import stet.notes.Annotations;
import stet.notes.NoteStore;
import stet.track.Collection;

/** What people say of revisions of a served collection, at hand. May be used by any threads. */
public final class ServedNotes {
  private final ServedCollection collection;
  private Annotations annotations = Annotations.NONE;
  private String seen = "";

  public ServedNotes(ServedCollection collection) {
    this.collection = collection;
  }

  /** All of them; put in their places again where they, or the articles, changed. */
  public synchronized Annotations of(Collection now) {
    String state = state() + " " + now.timelines().changes().latest();
    if (!state.equals(seen)) {
      annotations = Notes.of(collection.home(), now);
      seen = state;
    }
    return annotations;
  }

  /** Another text whenever any of them may have changed. */
  public String state() {
    return ServedCollection.stamps(collection.home().folder().resolve(NoteStore.FILE));
  }
}
