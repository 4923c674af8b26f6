package stet.serve.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import stet.app.ServedCollection;
import stet.app.review.Notes;
import stet.app.review.ServedNotes;
import stet.json.Sent;
import stet.notes.Annotation;
import stet.notes.NoteStore;
import stet.notes.Subject;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;
import stet.timeline.Timeline;
import stet.track.Timelines;

/** Says something of revisions, in another way, or no longer. */
final class AnnotationActions {
  private static final int MOST_BYTES = 1 << 17;

  private final ServedCollection collection;
  private final ServedNotes notes;

  AnnotationActions(Site site) {
    this.collection = site.collection();
    this.notes = site.notes();
  }

  /** Says it. */
  Answer add(Asked asked) throws IOException {
    Sent.Said said = JsonContent.read(asked, MOST_BYTES, Sent::said);
    Subject subject =
        collection.ask(
            c -> {
              Timelines.Found found =
                  c.timelines().find(said.article()).orElseThrow(HttpProblem::notFound);
              Timeline timeline = c.timelines().of(found.id());
              return Notes.subject(timeline, said.version(), said.quote());
            });
    List<Annotation> added =
        notes.write(
            store ->
                Notes.say(store, List.of(subject), said.remark(), collection.clock().instant()));
    return answer(added.get(0));
  }

  /** One that was said. */
  Answer one(Asked asked) throws IOException {
    return answer(known(asked));
  }

  /** Says it in another way. */
  Answer change(Asked asked) throws IOException {
    String name = known(asked).id();
    byte[] json = JsonContent.read(asked, MOST_BYTES, sent -> sent);
    return answer(notes.write(store -> changed(store, name, json)));
  }

  private Annotation changed(NoteStore store, String name, byte[] json) {
    Annotation known = store.find(name).orElseThrow(HttpProblem::notFound);
    Instant now = collection.clock().instant();
    Instant later = now.isAfter(known.modifiedAt()) ? now : known.modifiedAt().plusMillis(1);
    try {
      Annotation changed = Sent.changed(known, json, later);
      store.save(List.of(changed));
      return changed;
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, String.valueOf(e.getMessage()));
    }
  }

  /** Takes it back. */
  Answer remove(Asked asked) {
    String name = known(asked).id();
    notes.write(store -> store.remove(name));
    return Answer.empty(204);
  }

  private Annotation known(Asked asked) {
    return notes.find(name(asked)).orElseThrow(HttpProblem::notFound);
  }

  private static String name(Asked asked) {
    try {
      return Annotation.name(asked.path().get(3));
    } catch (IllegalArgumentException e) {
      throw HttpProblem.notFound();
    }
  }

  private Answer answer(Annotation annotation) throws IOException {
    return Answer.json(collection.ask(c -> AnnotationList.json(c, annotation).line()));
  }
}
