package stet.serve.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.app.review.Notes;
import stet.json.JsonText;
import stet.json.StetJson;
import stet.notes.Annotation;
import stet.notes.Annotations;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.Site;
import stet.timeline.Timeline;
import stet.track.Collection;

/** What reviewers said, in the order in which it was first said. */
final class AnnotationList implements Listing {
  private final Site site;
  private final String article;

  AnnotationList(Site site, Asked asked) {
    this.site = site;
    this.article = asked.query("article");
  }

  @Override
  public String name() {
    return "annotations";
  }

  @Override
  public int usual() {
    return 50;
  }

  @Override
  public int most() {
    return 500;
  }

  @Override
  public Part part(Collection collection, String from, int most) {
    List<Annotation> all = all(collection);
    int first = 0;
    if (!from.isEmpty()) {
      first = all.stream().map(Annotation::id).toList().indexOf(from) + 1;
      if (first == 0) {
        throw new HttpProblem(400, "'after' is no annotation in the list.");
      }
    }
    int end = Math.min(all.size(), first + most);
    List<JsonText> items = new ArrayList<>();
    for (Annotation annotation : all.subList(first, end)) {
      items.add(json(collection, annotation));
    }
    return new Part(items, end == all.size() ? null : all.get(end - 1).id());
  }

  private List<Annotation> all(Collection collection) {
    if (article.isEmpty()) {
      return site.notes().all();
    }
    Annotations annotations = site.notes().of(collection);
    return collection
        .timelines()
        .find(article)
        .map(f -> annotations.of(f.article().key()))
        .orElseThrow(HttpProblem::notFound);
  }

  /** An annotation in its place. */
  static JsonText json(Collection collection, Annotation annotation) {
    @Nullable Timeline timeline =
        collection
            .timelines()
            .find(annotation.subject().uri())
            .map(f -> collection.timelines().of(f.id()))
            .orElse(null);
    Notes.Placed placed = Notes.placed(annotation, timeline);
    return StetJson.annotation(annotation, placed.article(), placed.version());
  }
}
