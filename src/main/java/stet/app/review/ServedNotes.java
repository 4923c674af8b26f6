package stet.app.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stet.app.ServedCollection;
import stet.notes.Annotation;
import stet.notes.Annotations;
import stet.notes.NoteStore;
import stet.track.Collection;

/**
 * What people say of revisions of a served collection. May be used by any threads. The file is
 * opened once: programs that open and close one at the same time find it locked.
 */
public final class ServedNotes implements AutoCloseable {
  private final ServedCollection collection;
  private Annotations annotations = Annotations.NONE;
  private String seen = "";
  private @Nullable NoteStore store;

  public ServedNotes(ServedCollection collection) {
    this.collection = collection;
  }

  /** All of them; put in their places again where they, or the articles, changed. */
  public synchronized Annotations of(Collection now) {
    String state = state() + " " + now.timelines().changes().latest();
    if (!state.equals(seen)) {
      annotations = Notes.of(all(), now);
      seen = state;
    }
    return annotations;
  }

  /** Another text whenever any of them may have changed. */
  public String state() {
    return ServedCollection.stamps(collection.home().folder().resolve(NoteStore.FILE));
  }

  /** All annotations, in the order in which they were first said. */
  public synchronized List<Annotation> all() {
    return isThere() ? open().all() : List.of();
  }

  /** The annotation of that name. */
  public synchronized Optional<Annotation> find(String id) {
    return isThere() ? open().find(id) : Optional.empty();
  }

  /** Has something changed; when it returns, that is kept. */
  public synchronized <T> T write(Function<NoteStore, T> change) {
    return change.apply(open());
  }

  private boolean isThere() {
    return store != null || NoteStore.isThere(collection.home().folder());
  }

  private NoteStore open() {
    NoteStore known = store;
    if (known == null) {
      known = collection.home().notes();
      store = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
      store = null;
    }
  }
}
