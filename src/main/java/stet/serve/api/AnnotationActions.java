package stet.serve.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import stet.app.ServedCollection;
import stet.app.review.Notes;
import stet.json.Sent;
import stet.notes.Annotation;
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

  AnnotationActions(Site site) {
    this.collection = site.collection();
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
        Notes.say(collection.home(), List.of(subject), said.remark(), collection.clock().instant());
    return answer(added.get(0));
  }

  /** One that was said. */
  Answer one(Asked asked) throws IOException {
    return answer(known(asked));
  }

  /** Says it in another way. */
  Answer change(Asked asked) throws IOException {
    Annotation known = known(asked);
    Instant now = collection.clock().instant();
    Instant later = now.isAfter(known.modifiedAt()) ? now : known.modifiedAt().plusMillis(1);
    Annotation changed =
        JsonContent.read(asked, MOST_BYTES, json -> Sent.changed(known, json, later));
    Notes.change(collection.home(), changed);
    return answer(changed);
  }

  /** Takes it back. */
  Answer remove(Asked asked) {
    Notes.remove(collection.home(), name(asked));
    return Answer.empty(204);
  }

  private Annotation known(Asked asked) {
    return Notes.find(collection.home(), name(asked)).orElseThrow(HttpProblem::notFound);
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
