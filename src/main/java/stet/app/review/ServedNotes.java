package stet.app.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stet.app.ServedCollection;
import stet.notes.Annotation;
import stet.notes.Annotations;
import stet.notes.NoteStore;
import stet.sqlite.OpenedOnce;
import stet.track.Collection;

/** What people say of revisions of a served collection. May be used by any threads. */
public final class ServedNotes implements AutoCloseable {
  private final ServedCollection collection;
  private Annotations annotations = Annotations.NONE;
  private String seen = "";
  private final OpenedOnce<NoteStore> store;

  public ServedNotes(ServedCollection collection) {
    this.collection = collection;
    this.store =
        new OpenedOnce<>(
            () -> NoteStore.isThere(collection.home().folder()),
            collection.home()::notes,
            NoteStore::close);
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
    return store.ifThere().map(NoteStore::all).orElse(List.of());
  }

  /** The annotation of that name. */
  public synchronized Optional<Annotation> find(String id) {
    return store.ifThere().flatMap(s -> s.find(id));
  }

  /** Has something changed; when it returns, that is kept. */
  public synchronized <T> T write(Function<NoteStore, T> change) {
    return change.apply(store.open());
  }

  @Override
  public synchronized void close() {
    store.close();
  }
}
